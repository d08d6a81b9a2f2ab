import * as v from 'valibot'
import { err, ok, type Result } from '../../../../shared/result.ts'
import type { HttpAnswer } from '../../../ports.ts'
import { envelopeSchema } from './answers.ts'
import { type Fault, foreignAnswer, foreignShape, refusal } from './problems.ts'

/** What an answer says: `answerSchema`'s output if Feishu's code is 0, else what went wrong. */
export type Understand = <T>(
  answer: HttpAnswer,
  answerSchema: v.GenericSchema<unknown, T>,
) => Result<T, Fault>

/** A room and its schedule are mostly what they were at the last reading: the very same text is not parsed again. */
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

/** `undefined`, which no JSON is, for a text that isn't JSON. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The envelope's schema refuses `undefined`, so the answer is reported as foreign.
    return undefined
  }
}

/** Where the shape is another one. The issues' own messages quote the value, which may be a token. */
function shapeError(issues: readonly v.BaseIssue<unknown>[]): Error {
  const places = issues.map((issue) => `${v.getDotPath(issue) ?? 'answer'}: not ${issue.expected ?? 'valid'}`)
  return new Error(places.slice(0, 3).join('; '))
}
