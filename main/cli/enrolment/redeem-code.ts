import * as v from 'valibot'
import type { Clock, Http, HttpAnswer } from '../../../engine/ports.ts'
import { readJson } from '../../../shared/json.ts'
import { isDoorId } from '../../../shared/line/topics.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { FaultName } from '../../../shared/set-up/advice.ts'
import { seconds } from '../../../shared/time/time.ts'
import type { DoorAccount, Enrolment } from './enrolment.ts'

/** Brings a code to the hub, once. Never rejects. */
export type RedeemCode = (
  enrolment: Pick<Enrolment, 'url' | 'code'>,
) => Promise<Result<DoorAccount, NotEnrolled>>

export interface NotEnrolled {
  readonly fault: FaultName
  /** The network's or the hub's own name of it. */
  readonly detail: string
}

/** How long to wait for the answer, ms: the broker takes a quarter of a second for one more account of thousands. */
const patience = seconds(20)

export const redeemBy =
  (http: Http, clock: Pick<Clock, 'after'>): RedeemCode =>
  async ({ url, code }) => {
    let giveUp: ((cause: Error) => void) | undefined
    const cancel = clock.after(patience, () => giveUp?.(new Error('ERR_TIMED_OUT')))
    try {
      const answer = await http({
        method: 'POST',
        url,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ code }),
        onGivenUp: (run) => (giveUp = run),
      })
      return meaningOf(answer)
    } catch (cause) {
      const detail = detailOf(cause)
      return err({ fault: neverArrived.test(detail) ? 'enrolmentUnreachable' : 'enrolmentLost', detail })
    } finally {
      cancel()
    }
  }

/**
 * The names of faults with which no request has left, Chromium's (net/base/net_error_list.h) and Node's. After any
 * other one the hub may have used the code up.
 */
const neverArrived =
  /ERR_NAME_|ERR_DNS_|ERR_ICANN|ERR_CONNECTION_REFUSED|ERR_CONNECTION_TIMED_OUT|ERR_ADDRESS_|ERR_INTERNET_DISCONNECTED|ERR_CERT_|ERR_SSL_|ERR_PROXY_|ERR_TUNNEL_|ERR_SOCKS_|ERR_NO_SUPPORTED_PROXIES|ENOTFOUND|EAI_|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|SELF_SIGNED|UNABLE_TO_VERIFY/

const detailOf = (cause: unknown): string => {
  if (!(cause instanceof Error)) return 'no reason given'
  const inner = cause.cause instanceof Error ? detailOf(cause.cause) : undefined
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined
  return inner ?? code ?? cause.message
}

const enrolled = v.object({
  door: v.pipe(v.string(), v.check(isDoorId)),
  room: v.pipe(v.string(), v.regex(/^omm_[0-9a-f]{32}$/)),
  /** 256 bits, as base64url. */
  password: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
})

const refusals: Readonly<Record<string, FaultName>> = {
  codeMalformed: 'codeMalformed',
  codeUnknown: 'codeUnknown',
  codeUsed: 'codeUsed',
  codeExpired: 'codeExpired',
}

const refused = v.object({ error: v.pipe(v.string(), v.regex(/^\w{1,32}$/)) })

function meaningOf({ status, text }: HttpAnswer): Result<DoorAccount, NotEnrolled> {
  const json = readJson(text)
  const value = json.ok ? json.value : undefined
  if (status === 200) {
    const door = v.safeParse(enrolled, value)
    return door.success ? ok(door.output) : err({ fault: 'enrolmentForeign', detail: 'HTTP 200' })
  }
  const refusal = v.safeParse(refused, value)
  const detail = refusal.success ? refusal.output.error : `HTTP ${status}`
  // What a proxy says when it got no answer from the hub.
  if (status === 502 || status === 504) return err({ fault: 'enrolmentLost', detail })
  if (!refusal.success) return err({ fault: 'enrolmentForeign', detail })
  if (status === 503) return err({ fault: 'enrolmentUnready', detail })
  return err({ fault: refusals[detail] ?? 'enrolmentForeign', detail })
}
