import * as v from 'valibot'
import { readJson } from '../../shared/json.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { type Instant, instantOf, minutes, seconds } from '../../shared/time/time.ts'
import { decrypted, isSameSecret, isSigned, type SignedWith } from './event-crypto.ts'
import { type PushedEvent, pushedEventSchema } from './event-schema.ts'

/** What the app's page about events has. */
export interface EventKeys {
  readonly encryptKey: string
  readonly verificationToken: string
}

/** A request to the callback, as it came. */
export interface PushedRequest {
  readonly body: Uint8Array
  /** Undefined if one of its three headers is missing. */
  readonly signed: SignedWith | undefined
}

/**
 * Why a request is not Feishu's, or can't be believed to be. For IT's log alone: whoever asks is told no
 * difference, or could find out what an encrypted event says by what is answered to changed ones.
 */
export type PushRefusal =
  | 'notEncrypted'
  | 'undecipherable'
  | 'notAnEvent'
  | 'tokenWrong'
  | 'unsigned'
  | 'signatureWrong'
  | 'outdated'
  | 'otherApp'

const encrypted = v.pipe(v.string(), v.parseJson(), v.object({ encrypt: v.string() }))

/**
 * How far a signature's time may be from now, ms. Feishu states no limit: this is what webhooks usually have. A
 * push that comes again after an hour may be refused by it, and the next ticket comes in the next hour.
 */
const mostAge = minutes(5)

/** The event, if Feishu has pushed it to this app. The question for the callback's address is not signed. */
export function openEvent(
  { body, signed }: PushedRequest,
  keys: EventKeys,
  appId: string,
  now: Instant,
): Result<PushedEvent, PushRefusal> {
  const outer = v.safeParse(encrypted, Buffer.from(body).toString('utf8'))
  if (!outer.success) return err('notEncrypted')
  const text = decrypted(keys.encryptKey, outer.output.encrypt)
  if (text === undefined) return err('undecipherable')
  const json = readJson(text)
  const pushed = v.safeParse(pushedEventSchema, json.ok ? json.value : undefined)
  if (!pushed.success) return err('notAnEvent')
  const event = pushed.output
  if (!isSameSecret(event.token, keys.verificationToken)) return err('tokenWrong')
  if (event.kind === 'challenge') return ok(event)
  if (signed === undefined) return err('unsigned')
  if (!isSigned(keys.encryptKey, signed, body)) return err('signatureWrong')
  if (!isOfNow(signed.timestamp, now)) return err('outdated')
  return event.appId === undefined || event.appId === appId ? ok(event) : err('otherApp')
}

/** Seconds since 1970. */
function isOfNow(timestamp: string, now: Instant): boolean {
  if (!/^\d{1,12}$/.test(timestamp)) return false
  return Math.abs(instantOf(seconds(Number(timestamp))) - now) <= mostAge
}
