import type { CallResult } from '../calls/call.ts'
import type { WireFault } from '../faults/fault.ts'
import type { SimAnswer, SimOutcome } from '../http.ts'
import type { Stamp } from './stamps.ts'

const JSON_TYPE = 'application/json; charset=utf-8'

/** Combines the platform's answer with the faults on the way into the outcome that the caller sees. */
export const outcomeOf = (
  stamp: Stamp,
  delay: number,
  result: CallResult | undefined,
  fault: WireFault | undefined,
): SimOutcome => {
  switch (fault?.kind) {
    case 'silence':
      return { kind: 'silence' }
    case 'reset':
      return { kind: 'reset', delay }
    case 'page':
      return { kind: 'answer', delay, answer: pageAnswer(stamp, fault.status, fault.body) }
    case 'cut':
    case undefined:
      break
  }
  if (result === undefined) return { kind: 'answer', delay, answer: unknownPath(stamp) }
  const answer = answerOf(stamp, result.status, JSON_TYPE, result.text, result.headers)
  if (fault === undefined) return { kind: 'answer', delay, answer }
  return { kind: 'cut', delay, answer, sent: result.text.slice(0, result.text.length / 2) }
}

/** Unknown paths and wrong methods get this from the live gateway, and not the documented 99991201 and 99991301. */
const unknownPath = (stamp: Stamp): SimAnswer => answerOf(stamp, 404, 'text/plain', '404 page not found')

const pageAnswer = (stamp: Stamp, status: number, body: string): SimAnswer =>
  status === 200
    ? answerOf(stamp, status, JSON_TYPE, body)
    : answerOf(stamp, status, 'text/html', body, { server: 'Tengine' })

const answerOf = (
  { logId, requestId, date }: Stamp,
  status: number,
  type: string,
  body: string,
  more?: Readonly<Record<string, string>>,
): SimAnswer => ({
  status,
  headers: { 'content-type': type, date, 'x-tt-logid': logId, 'x-request-id': requestId, ...more },
  body,
})
