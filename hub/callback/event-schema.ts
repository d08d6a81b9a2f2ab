import * as v from 'valibot'
import { type Instant, instantOf } from '../../shared/time/time.ts'

/** What Feishu has pushed, in either form of its events. */
export type PushedEvent =
  | { readonly kind: 'challenge'; readonly token: string; readonly challenge: string }
  | {
      readonly kind: 'event'
      readonly token: string
      readonly appId: string | undefined
      readonly type: string
      /** When it was sent; undefined if it does not say so. */
      readonly at: Instant | undefined
      /** The company that it is about, as Feishu calls it. */
      readonly tenantKey: string | undefined
      /** Of an `app_ticket` event. */
      readonly ticket: string | undefined
    }

const short = v.pipe(v.string(), v.maxLength(200))
/** No page states a length. A header of HTTP takes some thousand. */
const ticket = v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(2000)))

/** A text of digits as a moment; `msOf` says what it counts. Any other value counts as missing. */
const moment = (digits: RegExp, msOf: (count: number) => number) =>
  v.fallback(
    v.optional(
      v.pipe(
        v.string(),
        v.regex(digits),
        v.transform((text): Instant => instantOf(Math.floor(msOf(Number(text))))),
      ),
    ),
    undefined,
  )

const challenge = v.pipe(
  v.object({
    type: v.literal('url_verification'),
    token: short,
    challenge: v.pipe(v.string(), v.maxLength(1000)),
  }),
  v.transform(({ token, challenge: asked }): PushedEvent => ({ kind: 'challenge', token, challenge: asked })),
)

const newer = v.pipe(
  v.object({
    schema: v.literal('2.0'),
    header: v.object({
      token: short,
      app_id: v.exactOptional(short),
      tenant_key: v.exactOptional(short),
      event_type: short,
      // Milliseconds; the overview page shows a sample in microseconds.
      create_time: moment(/^\d{1,16}$/, (count) => (count > 1e14 ? count / 1000 : count)),
    }),
    event: v.object({ app_ticket: ticket }),
  }),
  v.transform(({ header, event }): PushedEvent => ({
    kind: 'event',
    token: header.token,
    appId: header.app_id,
    type: header.event_type,
    at: header.create_time,
    tenantKey: header.tenant_key,
    ticket: event.app_ticket,
  })),
)

const older = v.pipe(
  v.object({
    type: v.literal('event_callback'),
    token: short,
    ts: moment(/^\d{1,10}(\.\d+)?$/, (count) => count * 1000),
    event: v.object({
      type: short,
      app_id: v.exactOptional(short),
      tenant_key: v.exactOptional(short),
      app_ticket: ticket,
    }),
  }),
  v.transform(({ token, ts, event }): PushedEvent => ({
    kind: 'event',
    token,
    appId: event.app_id,
    type: event.type,
    at: ts,
    tenantKey: event.tenant_key,
    ticket: event.app_ticket,
  })),
)

export const pushedEventSchema = v.union([challenge, newer, older])
