import type { Call } from '../calls/call.ts'
import type { SimRequest } from '../http.ts'
import { freebusy } from '../calls/freebusy.ts'
import { levelsByIds } from '../calls/levels-by-ids.ts'
import { olderRooms } from '../calls/older-rooms.ts'
import { reply } from '../calls/reply.ts'
import { room } from '../calls/room.ts'
import { roomsByIds } from '../calls/rooms-by-ids.ts'
import { rooms } from '../calls/rooms.ts'
import { summary } from '../calls/summary.ts'
import { token } from '../calls/token.ts'

const calls = new Map<string, Call>([
  ['POST /open-apis/auth/v3/tenant_access_token/internal', token],
  ['POST /open-apis/auth/v3/tenant_access_token/internal/', token],
  ['GET /open-apis/meeting_room/freebusy/batch_get', freebusy],
  ['POST /open-apis/meeting_room/summary/batch_get', summary],
  ['POST /open-apis/meeting_room/instance/reply', reply],
  ['POST /open-apis/vc/v1/rooms/mget', roomsByIds],
  ['GET /open-apis/vc/v1/rooms', rooms],
  ['POST /open-apis/vc/v1/room_levels/mget', levelsByIds],
  ['GET /open-apis/meeting_room/room/batch_get', olderRooms],
])

const ONE_ROOM = /^GET \/open-apis\/vc\/v1\/rooms\/([^/]+)$/

export interface Route {
  readonly call: Call
  readonly query: URLSearchParams
  readonly pathId: string
}

/** Undefined where the platform knows no such path, or not with this method: it does not tell these apart. */
export const routeOf = ({ method, url }: SimRequest): Route | undefined => {
  // Panels ask the same all day long.
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
  if (call !== undefined) return { call, query: new URLSearchParams(query), pathId: '' }
  const pathId = ONE_ROOM.exec(line)?.[1]
  return pathId === undefined ? undefined : { call: room, query: new URLSearchParams(query), pathId }
}
