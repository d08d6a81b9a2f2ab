import type { GenericSchema } from 'valibot'
import type { NetworkFault } from '../../../../shared/reading/network-fault.ts'
import type { ProblemCode } from '../../../../shared/reading/problem.ts'
import { err, ok, type Result } from '../../../../shared/result.ts'
import { englishAdvice, adviceFor } from '../../../../shared/set-up/advice.ts'
import { instantOf } from '../../../../shared/time/time.ts'
import type { Clock, Http, HttpAnswer, Log } from '../../../ports.ts'
import {
  type CallFault,
  isFromFeishu,
  type Meaning,
  noAnswer,
  outdatedAnswer,
  restKept,
  shareSpent,
} from './problems.ts'
import { createRest, type Rank } from './rest.ts'
import { createTally, type Quota } from './tally.ts'
import { withTimeLimit } from './time-limit.ts'
import { createUnderstanding } from './understood.ts'

/** One call of Feishu's API. */
export interface Call<T> {
  /** The call's name in the log. */
  readonly name: string
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** Below `/open-apis`, with its query. */
  readonly path: string
  readonly body?: unknown
  /** The whole answer, when its code is 0. */
  readonly answer: GenericSchema<unknown, T>
  /** The meaning of the codes that only this family of calls gives. */
  readonly codes?: ReadonlyMap<number, Meaning>
  /** Ms. */
  readonly timeLimit: number
  readonly rank: Rank
  /** A probe counts on these refusals. They are not logged. */
  readonly expected?: readonly ProblemCode[]
  /** A person at the door waits for it, so it is sent even during a rest that the calendar asked for. */
  readonly isAwaited?: boolean
  /** So many more calls bring to an end what this one begins: without them it is not sent. */
  readonly following?: number
}

/** Sends one call, once. */
export type Exchange = <T>(call: Call<T>, token?: string) => Promise<Result<T, CallFault>>

interface Outside {
  readonly http: Http
  readonly clock: Clock
  readonly log: Log
  readonly origin: string
  readonly random: () => number
  readonly quota?: Quota
}

export function createExchange({ http, clock, log, origin, random, quota }: Outside): Exchange {
  const understood = createUnderstanding()
  const rest = createRest(clock, random)
  const mayLeave = createTally(quota, clock.elapsed, () =>
    log.warn('calls.share-spent', { action: englishAdvice.shareSpent }),
  )
  const send = async <T>(call: Call<T>, token?: string): Promise<Result<HttpAnswer, CallFault>> => {
    try {
      const url = `${origin}/open-apis${call.path}`
      return ok(
        await withTimeLimit(clock, call.timeLimit, (onGivenUp) =>
          http({ ...requestOf(call, token), url, onGivenUp }),
        ),
      )
    } catch (cause) {
      return err(noAnswer(cause))
    }
  }

  return async (call, token) => {
    const left = rest.leftFor(call)
    if (left > 0) return err(restKept(left))
    if (token !== undefined && !mayLeave(call.following)) return err(shareSpent)
    const sent = clock.elapsed()
    const answer = await send(call, token)
    const result = answer.ok ? ofNow(clock, answer.value, sent, understood(answer.value, call)) : answer
    if (result.ok) return result
    const problem = rest.after(call, result.error.problem)
    const failed = err({ ...result.error, problem })
    if (call.expected?.includes(problem.code) === true) return failed
    // Logs selected facts only, because headers and bodies carry the token and the secret.
    log.warn('feishu.call-failed', {
      call: call.name,
      ms: clock.elapsed() - sent,
      status: answer.ok ? answer.value.status : undefined,
      ...problem,
      action: adviceFor(problem),
    })
    return failed
  }
}

function requestOf({ method, body }: Call<unknown>, token: string | undefined) {
  return {
    method,
    headers: {
      // Feishu requires it on every call, even without a body.
      'Content-Type': 'application/json; charset=utf-8',
      // For caches on the way. The network stack's own cache is bypassed as well.
      'Cache-Control': 'no-cache',
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }
}

/** The parsed answer, if it is not an old one. Only Feishu's own answers set the clock, never a portal's. */
function ofNow<T>(
  clock: Clock,
  answer: HttpAnswer,
  sent: number,
  result: Result<T, CallFault>,
): Result<T, CallFault> {
  if (!isFromFeishu(result)) return result
  if (isFromCache(answer)) return err(outdatedAnswer(answer, 'cachedAnswer'))
  const doubt = doubtAboutTime(clock, answer, sent, !result.ok)
  return doubt === undefined ? result : err(outdatedAnswer(answer, doubt))
}

/**
 * Only caches write an `Age` header, but some of them also for answers that they have just fetched, with 0:
 * https://www.rfc-editor.org/rfc/rfc9111#section-5.1
 */
function isFromCache(answer: HttpAnswer): boolean {
  const age = answer.header('age')?.trim()
  return age !== undefined && age !== '' && !/^0+$/.test(age)
}

/**
 * Why the answer may be an old one; undefined if it is a new one. The `Date` of Feishu's answers tells their
 * time. An answer without a date contradicts no known time, but while the time is unknown it may be as old as
 * its connection.
 */
function doubtAboutTime(
  clock: Clock,
  answer: HttpAnswer,
  sent: number,
  isRefusal: boolean,
): NetworkFault | undefined {
  const date = answer.header('date')
  const moment = date !== undefined && httpDate.test(date) ? Date.parse(date) : NaN
  if (Number.isNaN(moment)) return Number.isFinite(clock.error()) ? undefined : 'timeUnknown'
  return clock.hear(instantOf(moment), sent, clock.elapsed(), isRefusal) ? undefined : 'timeContradicted'
}

/** The only form of a date that is still written, https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7 */
const httpDate = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} [0-2]\d:[0-5]\d:[0-6]\d GMT$/
