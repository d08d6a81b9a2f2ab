import * as v from 'valibot'
import { createSystemClock } from '../../../main/adapters/clock/system-clock.ts'
import type { Booking } from '../../../simulator/calendar/calendar-verbs.ts'
import { connectionRefused } from '../../../simulator/faults/fault.ts'
import { serveWorld } from '../../../simulator/server.ts'
import { createWorld } from '../../../simulator/world.ts'

/** The app's at every door of these stories, so that a keyring is provisioned once. */
export const appId = 'cli_a1b2c3d4e5f60718'
export const appSecret = 'Vk3mQ8sTz1LxWc7RyBn5HdJf2GpUa9Eo'

const minute = 60_000

export type SmallFeishu = Awaited<ReturnType<typeof openFeishu>>

/** A world with one app and one room, in real time on a port of this machine. */
export async function openFeishu() {
  const { now, after } = createSystemClock()
  const world = createWorld({ now, random: Math.random })
  const app = world.addApp({ id: appId, secret: appSecret })
  const room = world.addRoom({ name: 'Magnolia' })
  const begin = Math.floor(now() / 1000) * 1000
  const { origin, close } = await serveWorld(world, { after })
  return {
    world,
    app,
    room,
    close,
    /** A configuration for this room whose reading doesn't depend on when the story is told. */
    configuration: {
      feishu: { origin, appId },
      room: { id: room.id },
      budget: { callsPerMonth: 10_000_000 },
      officeHours: { from: '00:00', to: '24:00', days: [1, 2, 3, 4, 5, 6, 7] },
      locale: 'en-US',
      timeZone: zoneOfNoon(begin),
    },
    /** So many minutes from when the story began. */
    at: (minutes: number): number => begin + minutes * minute,
    /** So many minutes from now, which a story that starts its panel in turn with others reaches later than it began. */
    fromNow: (minutes: number): number => Math.floor(now() / 1000) * 1000 + minutes * minute,
    book: (from: number, to: number, rest: Omit<Booking, 'from' | 'to'> = {}) => {
      const event = world.book(room, { from, to, ...rest })
      return { event, mark: markOf(event.uid, from) }
    },
    /** Today's instance of a series of every day: the first reply to it is carried out, one to a single event is refused first. */
    bookDaily: (from: number, to: number) => {
      const daysBefore = 3 * 24 * 60 * minute
      const repeats = { every: 'day' } as const
      const event = world.book(room, { from: from - daysBefore, to: to - daysBefore, repeats })
      return { event, mark: markOf(event.uid, from) }
    },
    /** What the replies that arrived said. */
    replies: () => world.replies.map(({ body }) => v.parse(replySchema, body)),
    /** No connection to it comes about any more. */
    goDown: () => void world.fail('any', connectionRefused()),
    comeBack: world.heal,
  }
}

/** Where it is about noon: the picture of a day has no room for the names of its last bookings. */
function zoneOfNoon(now: number): string {
  const ahead = 12 - new Date(now).getUTCHours()
  // West of Greenwich is `+`: https://github.com/eggert/tz/blob/main/etcetera
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`
}

/** The mark `data-booking` of a single event, or of an instance of a series that has no exception. */
export const markOf = (uid: string, start: number): string => `${uid}/0/${start / 1000}`

/** A reply is well-formed if it has these keys and no other. */
const replySchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.strictObject({ room_id: v.string(), uid: v.string(), original_time: v.number(), status: v.string() }),
)
