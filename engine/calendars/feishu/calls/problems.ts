import type { NetworkFault } from '../../../../shared/reading/network-fault.ts'
import type { ProblemCode } from '../../../../shared/reading/problem.ts'
import type { Result } from '../../../../shared/result.ts'
import { hours, seconds } from '../../../../shared/time/time.ts'
import type { HttpAnswer } from '../../../ports.ts'
import type { CalendarProblem } from '../../../room-calendar.ts'
import { type Envelope, logIdOf } from './answers.ts'
import { networkFaultOf } from './network-fault-of.ts'

/**
 * What a failed call means for a repeat.
 *
 * - `unanswered`: the call may have been carried out; a repeat may succeed in a moment
 * - `notSent`: it was not sent, because there was no token; a repeat may succeed in a moment
 * - `tokenRejected`: not carried out; it may succeed with a new token
 * - `moved`: not carried out; the booking has another `original_time` now
 * - `refused`: not carried out; the same again would be refused again
 * - `strange`: it may or may not have been carried out; the same again would probably be answered the same
 */
export type Nature = 'unanswered' | 'notSent' | 'tokenRejected' | 'moved' | 'refused' | 'strange'

export interface CallFault {
  readonly nature: Nature
  readonly problem: CalendarProblem
}

/** More scopes would not fit on a line of `doctor`. */
const mostScopes = 10

export type Meaning = readonly [Nature, ProblemCode]

/**
 * https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code and the pages of the single calls.
 * The HTTP status differs between old and new calls for the same code, so the code alone decides.
 */
const meanings: ReadonlyMap<number, Meaning> = new Map([
  // The gateway checks the token before anything else.
  ...these('tokenRejected', 'credentialsRejected', [99991661, 99991663, 99991664, 99991671]),
  ...these('refused', 'credentialsRejected', [10003, 10014, 10015, 99991543]),
  ...these('refused', 'appDisabled', [10005, 99991662, 99991665, 99991673]),
  ...these('refused', 'scopeMissing', [99991672, 99991676, 99991679]),
  ...these('refused', 'addressDenied', [99991401]),
  ...these('refused', 'rateLimited', [99991400, 190004, 190005]),
  ...these('refused', 'quotaSpent', [99991403]),
  ...these('refused', 'roomUnknown', [100005, 121004]),
  ...these('refused', 'roomUnreadable', [121005]),
  // The call itself was invalid: it was read, and not carried out.
  ...these('refused', 'unexpected', [9499, 99992402, 100001, 100002, 100003, 100004, 105002]),
  // An internal error does not tell whether the call was carried out.
  ...these('unanswered', 'platformFault', [1500, 1551, 2200, 105001, 121001, 121006, 190003, 190010]),
  ...these('moved', 'unexpected', [105003]),
])

export function these(nature: Nature, problem: ProblemCode, codes: readonly number[]): [number, Meaning][] {
  return codes.map((code) => [code, [nature, problem]])
}

/**
 * The fault for an answer of Feishu's with a code other than 0. `ownMeanings`: the codes that only calls of one family
 * give. The same code from a reply is unknown there, and an unknown code is no refusal.
 */
export function refusal(
  answer: HttpAnswer,
  { code, error }: Envelope,
  ownMeanings?: ReadonlyMap<number, Meaning>,
): CallFault {
  const [nature, problem] = ownMeanings?.get(code) ?? meanings.get(code) ?? meaningOfStatus(answer.status)
  const scopes = (
    error?.permission_violations?.flatMap(({ subject, scope }) => subject ?? scope ?? []) ?? []
  ).slice(0, mostScopes)
  return {
    nature,
    problem: {
      code: problem,
      calendarCode: code,
      ...hintsOf(answer, error),
      ...(scopes.length > 0 && { scopes }),
    },
  }
}

/**
 * The fault for an answer that is not Feishu's: a gateway's error page, a captive portal's page, a truncated
 * or an empty text.
 */
export function foreignAnswer(answer: HttpAnswer): CallFault {
  const cause = new Error(`HTTP ${answer.status} without an answer of Feishu's`)
  return answer.status === 429
    ? { nature: 'strange', problem: { code: 'rateLimited', cause, ...hintsOf(answer) } }
    : {
        nature: 'unanswered',
        problem: { code: 'unreachable', network: foreigner(answer), cause, ...hintsOf(answer) },
      }
}

const foreigner = ({ status }: HttpAnswer): NetworkFault =>
  status >= 502 && status <= 504 ? 'gatewayFault' : 'foreignAnswer'

/** The fault for a missing answer: no connection, a connection cut in the middle, or a time-out. */
export const noAnswer = (cause: unknown): CallFault => ({
  nature: 'unanswered',
  problem: { code: 'unreachable', network: networkFaultOf(cause), cause },
})

/** Not sent: the panel's share of the month is spent, and so are the few calls beyond it. */
export const shareSpent: CallFault = { nature: 'refused', problem: { code: 'shareSpent' } }

/** Not sent: the calendar asked for a rest, of which `retryAfter` ms are left. */
export const restKept = (retryAfter: number): CallFault => ({
  nature: 'refused',
  problem: { code: 'rateLimited', retryAfter },
})

/** The fault for the call that needed a token and got none: it was never sent. */
export const neverSent = ({ nature, problem }: CallFault): CallFault => ({
  nature: nature === 'unanswered' || nature === 'notSent' ? 'notSent' : 'refused',
  problem,
})

/** Feishu reports success, but its answer has an unknown shape. */
export const foreignShape = (answer: HttpAnswer, cause: Error): CallFault => ({
  nature: 'strange',
  problem: { code: 'unexpected', cause, ...hintsOf(answer) },
})

/** The meaning of an unknown code. Only known refusals count as refusals. */
function meaningOfStatus(status: number): Meaning {
  if (status === 429) return ['strange', 'rateLimited']
  return status >= 500 ? ['unanswered', 'platformFault'] : ['strange', 'unexpected']
}

/**
 * The fault for an old answer of Feishu's that a cache returned. The new request may not have reached Feishu.
 */
export const outdatedAnswer = (answer: HttpAnswer, network: NetworkFault): CallFault => ({
  nature: 'unanswered',
  problem: { code: 'unreachable', network, ...hintsOf(answer) },
})

/** Whether the result comes from Feishu itself: an answer of a known shape, or one of its codes. */
export const isFromFeishu = (result: Result<unknown, CallFault>): boolean =>
  result.ok || (result.error.problem.calendarCode !== undefined && result.error.nature !== 'strange')

/** The facts of an answer besides its code. */
function hintsOf(
  answer: HttpAnswer,
  error?: Envelope['error'],
): Pick<CalendarProblem, 'logId' | 'retryAfter'> {
  const logId = logIdOf(answer, error)
  const reset = answer.header('x-ogw-ratelimit-reset') ?? answer.header('retry-after')
  return {
    ...(logId !== undefined && { logId }),
    ...(reset !== undefined && /^\d+$/.test(reset) && { retryAfter: waitFor(Number(reset)) }),
  }
}

/**
 * The header has the seconds until calls are accepted again, see
 * https://open.feishu.cn/document/server-docs/api-call-guide/frequency-control; other gateways write
 * `Retry-After`. The panel never rests for longer than an hour, even if the header says so.
 */
const waitFor = (reset: number): number => Math.min(seconds(reset), hours(1))
