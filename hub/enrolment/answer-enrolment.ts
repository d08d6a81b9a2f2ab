import * as v from 'valibot'
import { readJson } from '../../shared/json.ts'
import { enrol, type EnrolmentParts, type EnrolmentProblem } from './enrolment.ts'

/** An answer over HTTP; the body is JSON. */
export interface EnrolmentAnswer {
  readonly status: number
  readonly body: Readonly<Record<string, string>>
}

const request = v.strictObject({ code: v.string() })

/** The answer to a tablet's `{"code": "…"}`: the door that it is from now on, or the name of the fault. */
export async function answerEnrolment(parts: EnrolmentParts, text: string): Promise<EnrolmentAnswer> {
  const json = readJson(text)
  const asked = v.safeParse(request, json.ok ? json.value : undefined)
  if (!asked.success) return { status: 400, body: { error: 'malformed' } }
  const enrolled = await enrol(parts, asked.output.code)
  if (enrolled.ok) return { status: 200, body: { ...enrolled.value } }
  return { status: statuses[enrolled.error.code], body: { error: enrolled.error.code } }
}

/** 503: the same code can be tried again. */
const statuses: Readonly<Record<EnrolmentProblem['code'], number>> = {
  codeMalformed: 400,
  codeUnknown: 403,
  codeUsed: 403,
  codeExpired: 403,
  refused: 503,
  unreachable: 503,
  unavailable: 503,
  foreign: 503,
}
