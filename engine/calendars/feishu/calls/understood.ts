import * as v from 'valibot'
import { err, ok, type Result } from '../../../../shared/result.ts'
import type { HttpAnswer } from '../../../ports.ts'
import { envelopeSchema } from './answers.ts'
import { type CallFault, foreignAnswer, foreignShape, type Meaning, refusal } from './problems.ts'

/** What a call says of its answers. */
export interface Expected<T> {
  /** The shape of the whole answer, when its code is 0. */
  readonly answer: v.GenericSchema<unknown, T>
  /** The meaning of the codes that only this family of calls gives. */
  readonly codes?: ReadonlyMap<number, Meaning>
}

/** Parses an answer: the schema's output if Feishu's code is 0, otherwise the fault. */
export type Understand = <T>(answer: HttpAnswer, expected: Expected<T>) => Result<T, CallFault>

/**
 * Returns a parser that remembers the last text of each schema, because a room and its schedule are mostly
 * unchanged since the last reading.
 */
export function createUnderstanding(): Understand {
  type Understood = Result<never, CallFault>
  const last = new Map<unknown, { readonly text: string; readonly result: Understood }>()
  return (answer, expected) => {
    const known = last.get(expected.answer)
    if (known?.text === answer.text) return known.result
    const result = understood(answer, expected)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- given back to none but those who ask with the same schema
    if (result.ok) last.set(expected.answer, { text: answer.text, result: result as Understood })
    return result
  }
}

export function understood<T>(
  answer: HttpAnswer,
  { answer: schema, codes }: Expected<T>,
): Result<T, CallFault> {
  const json = jsonOf(answer.text)
  const envelope = v.safeParse(envelopeSchema, json)
  if (!envelope.success) return err(foreignAnswer(answer))
  if (envelope.output.code !== 0) return err(refusal(answer, envelope.output, codes))
  const parsed = v.safeParse(schema, json)
  return parsed.success ? ok(parsed.output) : err(foreignShape(answer, shapeError(parsed.issues)))
}

/** The parsed JSON; undefined, which JSON can't express, for any other text. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The envelope's schema refuses `undefined`, so the answer is reported as foreign.
    return undefined
  }
}

/**
 * An error that names the places of a wrong shape. The issues' own messages quote the value, which may be a
 * token.
 */
function shapeError(issues: readonly v.BaseIssue<unknown>[]): Error {
  const places = issues.map((issue) => `${v.getDotPath(issue) ?? 'answer'}: not ${issue.expected ?? 'valid'}`)
  return new Error(places.slice(0, 3).join('; '))
}
