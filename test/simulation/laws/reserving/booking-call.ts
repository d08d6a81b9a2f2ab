import * as v from 'valibot'
import type { HttpRequest } from '../../../../engine/ports.ts'

/** A call about the events of a calendar, as its address says. */
export type BookingCall =
  | { readonly kind: 'make'; readonly key: string | undefined; readonly from: number; readonly to: number }
  | { readonly kind: 'ask' | 'remove' | 'change'; readonly eventId: string }
  | { readonly kind: 'look' | 'beside' }

const moment = v.pipe(
  v.object({ timestamp: v.pipe(v.string(), v.toNumber()) }),
  v.transform(({ timestamp }) => timestamp * 1000),
)
const making = v.object({ start_time: moment, end_time: moment })

const eventPath = /\/calendar\/v4\/calendars\/[^/]+\/events(?:\/([^/]+))?(\/attendees)?$/

/** `beside`: for the calendar itself, or a token. Undefined for a call that is about something else. */
export function bookingCallFrom({ method, url, body = '' }: HttpRequest): BookingCall | undefined {
  if (url.includes('/tenant_access_token/')) return { kind: 'beside' }
  if (!url.includes('/calendar/v4/calendars')) return undefined
  const { pathname, searchParams } = new URL(url)
  const [whole, id, attendees] = eventPath.exec(pathname) ?? []
  // By calls to a calendar that no platform has, a door finds out what it may.
  if (whole === undefined || pathname.includes('feishu.cn_none')) return { kind: 'beside' }
  if (method === 'GET') return { kind: 'look' }
  if (id === undefined) {
    const { start_time: from, end_time: to } = v.parse(making, JSON.parse(body))
    return { kind: 'make', key: searchParams.get('idempotency_key') ?? undefined, from, to }
  }
  const eventId = decodeURIComponent(id)
  if (attendees !== undefined) return { kind: 'ask', eventId }
  return { kind: method === 'DELETE' ? 'remove' : 'change', eventId }
}
