import type { Call } from '../calls/call.ts'
import type { SimRequest } from '../http.ts'
import { createAcl } from '../calls/app-calendars/acls.ts'
import { addAttendees, attendees } from '../calls/app-calendars/attendees.ts'
import { calendars, createCalendar } from '../calls/app-calendars/calendars.ts'
import { createEvent, deleteEvent, events } from '../calls/app-calendars/events.ts'
import { freebusy } from '../calls/freebusy.ts'
import { levelsByIds } from '../calls/levels-by-ids.ts'
import { olderRooms } from '../calls/older-rooms.ts'
import { reply } from '../calls/reply.ts'
import { reserveScope } from '../calls/reserve-scope.ts'
import { room } from '../calls/room.ts'
import { roomsByIds } from '../calls/rooms-by-ids.ts'
import { rooms } from '../calls/rooms.ts'
import { summary } from '../calls/summary.ts'
import { token } from '../calls/token.ts'
import { appToken, resendTicket, tenantToken } from '../store-apps/store-calls.ts'

const calls = new Map<string, Call>([
  ['POST /open-apis/auth/v3/tenant_access_token/internal', token],
  ['POST /open-apis/auth/v3/tenant_access_token/internal/', token],
  ['POST /open-apis/auth/v3/app_access_token', appToken],
  ['POST /open-apis/auth/v3/tenant_access_token', tenantToken],
  ['POST /open-apis/auth/v3/app_ticket/resend', resendTicket],
  ['GET /open-apis/meeting_room/freebusy/batch_get', freebusy],
  ['POST /open-apis/meeting_room/summary/batch_get', summary],
  ['POST /open-apis/meeting_room/instance/reply', reply],
  ['POST /open-apis/vc/v1/rooms/mget', roomsByIds],
  ['GET /open-apis/vc/v1/rooms', rooms],
  ['POST /open-apis/vc/v1/room_levels/mget', levelsByIds],
  ['GET /open-apis/meeting_room/room/batch_get', olderRooms],
  ['GET /open-apis/vc/v1/reserve_configs/reserve_scope', reserveScope],
  ['GET /open-apis/calendar/v4/calendars', calendars],
  ['POST /open-apis/calendar/v4/calendars', createCalendar],
])

/** Addresses with an id in them. */
const patterns: readonly (readonly [RegExp, Call])[] = [
  [/^GET \/open-apis\/vc\/v1\/rooms\/([^/]+)$/, room],
  [/^POST \/open-apis\/calendar\/v4\/calendars\/([^/]+)\/acls$/, createAcl],
  [/^POST \/open-apis\/calendar\/v4\/calendars\/([^/]+)\/events$/, createEvent],
  [/^GET \/open-apis\/calendar\/v4\/calendars\/([^/]+)\/events$/, events],
  [/^DELETE \/open-apis\/calendar\/v4\/calendars\/([^/]+)\/events\/([^/]+)$/, deleteEvent],
  [/^POST \/open-apis\/calendar\/v4\/calendars\/([^/]+)\/events\/([^/]+)\/attendees$/, addAttendees],
  [/^GET \/open-apis\/calendar\/v4\/calendars\/([^/]+)\/events\/([^/]+)\/attendees$/, attendees],
]

export interface Route {
  readonly call: Call
  readonly query: URLSearchParams
  readonly pathIds: readonly string[]
}

/**
 * The route of a request; undefined for an unknown path, or a known one with another method: the platform
 * does not distinguish the two.
 */
export const routeOf = ({ method, url }: SimRequest): Route | undefined => {
  // Panels send the same request all day long.
  if (method !== last.method || url !== last.url) last = { method, url, route: find(method, url) }
  return last.route
}

let last: { method: string; url: string; route: Route | undefined } = {
  method: '',
  url: '',
  route: undefined,
}

function find(method: string, url: string): Route | undefined {
  const [address = '', query] = url.replace(/^https?:\/\/[^/]*/, '').split('?', 2)
  const line = `${method} ${address}`
  const call = calls.get(line)
  if (call !== undefined) return { call, query: new URLSearchParams(query), pathIds: [] }
  for (const [pattern, named] of patterns) {
    const [, ...pathIds] = pattern.exec(line) ?? []
    if (pathIds.length > 0)
      return { call: named, query: new URLSearchParams(query), pathIds: pathIds.map(decodeURIComponent) }
  }
  return undefined
}
