import * as v from 'valibot'
import { err, ok, type Result } from '../../../../shared/result.ts'
import type { HttpAnswer } from '../../../ports.ts'
import { envelopeSchema } from './answers.ts'
import { type Fault, foreignAnswer, foreignShape, refusal } from './problems.ts'

/** Parses an answer: `answerSchema`'s output if Feishu's code is 0, otherwise the fault. */
export type Understand = <T>(
  answer: HttpAnswer,
  answerSchema: v.GenericSchema<unknown, T>,
) => Result<T, Fault>

/**
 * Returns a parser that remembers the last text of each schema, because a room and its schedule are mostly
 * unchanged since the last reading.
 */
export function createUnderstanding(): Understand {
  const last = new Map<unknown, { readonly text: string; readonly result: Result<never, Fault> }>()
  return (answer, answerSchema) => {
    const known = last.get(answerSchema)
    if (known?.text === answer.text) return known.result
    const result = understood(answer, answerSchema)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- given back to none but those who ask with the same schema
    if (result.ok) last.set(answerSchema, { text: answer.text, result: result as Result<never, Fault> })
    return result
  }
}

export function understood<T>(
  answer: HttpAnswer,
  answerSchema: v.GenericSchema<unknown, T>,
): Result<T, Fault> {
  const json = jsonOf(answer.text)
  const envelope = v.safeParse(envelopeSchema, json)
  if (!envelope.success) return err(foreignAnswer(answer))
  if (envelope.output.code !== 0) return err(refusal(answer, envelope.output))
  const parsed = v.safeParse(answerSchema, json)
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
