import type { Instance, Interval } from '../calendar/event.ts'
import { parseRfc3339, printTime } from '../calendar/rfc3339.ts'
import type { Platform } from '../platform.ts'
import type { Room } from '../rooms/room.ts'
import { roomEverOf } from '../rooms/room-verbs.ts'
import type { App } from '../tenancy/tenant.ts'
import type { CallInput, ScopedCall } from './call.ts'
import { refused } from './result.ts'

const MOST_ROOMS = 20

/** https://open.feishu.cn/document/server-docs/calendar-v4/meeting-room-event/query-room-availability */
export const freebusy: ScopedCall = {
  name: 'freebusy',
  method: 'GET',
  scopes: ['calendar:room:readonly'],
  run: (platform, input, app) => {
    const refuse = (code: number, msg: string) => refused(platform.switches.refusalStatus, code, msg)
    // Only the repeated key counts. `room_ids[]` is an unknown parameter, and those are ignored.
    const roomIds = input.query.getAll('room_ids')
    const timeMin = input.query.get('time_min') ?? ''
    const timeMax = input.query.get('time_max') ?? ''
    const start = parseRfc3339(timeMin)
    const end = parseRfc3339(timeMax)
    if (roomIds.length === 0 || roomIds.length > MOST_ROOMS) return refuse(105002, 'invalid request')
    if (start === undefined || end === undefined) {
      return refuse(100003, 'time format must follow RFC3339 standard')
    }
    if (start >= end) return refuse(105002, 'invalid request')
    const rooms = readRooms(platform, app, input, roomIds, { start, end })
    if (rooms === undefined) return refuse(100005, 'room id invalid')
    const data =
      `{"time_min":"${timeMin}","time_max":"${timeMax}",` +
      `"free_busy":{${rooms.busy.join(',')}},"error_room_ids":${JSON.stringify(rooms.unreadable)}}`
    return { status: 200, code: 0, text: `{"code":0,"msg":"success","data":${data}}` }
  },
}

/**
 * The rooms' bookings; undefined if one of the rooms is not this company's. A room without a booking is not
 * listed.
 */
const readRooms = (
  platform: Platform,
  app: App,
  { faults }: CallInput,
  roomIds: readonly string[],
  window: Interval,
) => {
  const busy: string[] = []
  const unreadable: string[] = []
  for (const id of roomIds) {
    const room = roomEverOf(platform, app.tenant, id)
    if (room === undefined) return undefined
    const fails = faults.some((fault) => fault.kind === 'unreadableRoom' && fault.roomId === id)
    if (room.isRemoved || fails) unreadable.push(id)
    else {
      const stays = room.schedule.within(window, platform.now())
      if (stays.length > 0) busy.push(`"${id}":[${itemsOf(room, stays)}]`)
    }
  }
  return { busy, unreadable }
}

const lastItems = new WeakMap<Room, { readonly stays: readonly Instance[]; readonly text: string }>()

/** Remembers each room's last text, because a room is asked for repeatedly and mostly unchanged. */
function itemsOf(room: Room, stays: readonly Instance[]): string {
  const last = lastItems.get(room)
  if (last !== undefined && areSame(stays, last.stays)) return last.text
  const text = stays.map(itemOf).join(',')
  lastItems.set(room, { stays, text })
  return text
}

const areSame = (these: readonly Instance[], those: readonly Instance[]): boolean =>
  these.length === those.length &&
  these.every(({ event, start, end, originalStart, isException }, index) => {
    const that = those[index]
    return (
      that?.event === event &&
      that.start === start &&
      that.end === end &&
      that.originalStart === originalStart &&
      that.isException === isException
    )
  })

/**
 * Writes JSON by hand, because a simulated year asks for millions of these. Every ordinary instance of a
 * series has 0, like a single event; only an exception has its original start.
 */
const itemOf = ({ event, start, end, originalStart, isException }: Instance): string =>
  `{"start_time":"${printTime(start)}","end_time":"${printTime(end)}",` +
  `"uid":"${event.uid}","original_time":${isException ? originalStart / 1000 : 0}${event.organizerInfo}}`
