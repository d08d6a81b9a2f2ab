import { err, type Result } from '../../../../shared/result.ts'
import type { Clock, Http, Log } from '../../../ports.ts'
import type { SecretProblem } from '../../../secrets.ts'
import type { CalendarProblem } from '../../../room-calendar.ts'
import { type Call, createExchange, type Exchange } from './exchange.ts'
import { createFeishuClient, type FeishuClient } from './feishu-client.ts'
import { createRetried, type Retried } from './retried.ts'
import { selfBuiltApp } from './self-built-app.ts'
import { type StoreApp, storeApp } from './store-app.ts'
import type { Quota } from './tally.ts'
import { createTenantToken, type TenantToken } from './tenant-token.ts'

/** What the calls of one app need. */
export interface AppDependencies {
  readonly http: Http
  readonly clock: Clock
  readonly log: Log
  /** The panel's share of the month's calls. Without it calls are neither counted nor held back. */
  readonly quota?: Quota
  /** From 0 up to 1: spreads the repeats of many panels. */
  readonly random: () => number
  /** Scheme and host, without a slash at the end. */
  readonly origin: string
  readonly appId: string
  /** The employee who answers for what is booked at the door, by `open_id`. */
  readonly contact?: string | undefined
  /** Called each time the secret is needed, because it is never kept. */
  readonly readSecret: () => Promise<Result<string, SecretProblem>>
  /** Left out: the app is a self-built one. */
  readonly storeApp?: StoreApp | undefined
}

export interface FeishuDependencies extends AppDependencies {
  readonly roomId: string
}

export interface FeishuConnection {
  /** Sends one call with the given token. */
  readonly exchange: Exchange
  readonly token: TenantToken
  readonly call: FeishuClient
  readonly retried: Retried
  readonly get: Get
}

/** Makes a call that changes nothing: repeated on passing faults. */
export type Get = <T>(what: Call<T>) => Promise<Result<T, CalendarProblem>>

/**
 * The connection to Feishu as this app: all calls share one token. The only place that knows the kind of app.
 */
export function connect(dependencies: AppDependencies): FeishuConnection {
  const exchange = createExchange(dependencies)
  const source =
    dependencies.storeApp === undefined
      ? selfBuiltApp({ ...dependencies, exchange })
      : storeApp({ ...dependencies, ...dependencies.storeApp, exchange })
  const token = createTenantToken(dependencies.clock, source)
  const [call, retried] = [createFeishuClient(exchange, token), createRetried(dependencies)]
  const get: Get = async (what) => {
    const answer = await retried(() => call(what))
    return answer.ok ? answer : err(answer.error.problem)
  }
  return { exchange, token, call, retried, get }
}
