import type { Booking } from './calendar/calendar-verbs.ts'
import type { Room } from './rooms/room.ts'
import type { WorldDeps } from './world-deps.ts'
import { createWorld, type World } from './world.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const QUARTER = 15 * MINUTE

export interface DemoDay {
  readonly world: World
  readonly appId: string
  readonly appSecret: string
  /** Magnolia, where all the meetings are. */
  readonly roomId: string
  readonly roomIds: readonly string[]
}

interface Entry extends Omit<Booking, 'from' | 'to'> {
  /** Minutes from the quarter of an hour in which the demo began; negative before it. */
  readonly from: number
  readonly to: number
}

/**
 * The demo starts in the middle of the day, so that a meeting has always just begun. A viewer who touches the
 * panel checks in to it; one who only watches sees the room given back, free, and asked for again.
 */
const day: readonly Entry[] = [
  { from: -240, to: -180, title: 'Supplier call', organizer: 'Chen Wei' },
  { from: -150, to: -90, title: 'Interview', organizer: 'Tanaka Mei', private: true },
  { from: -75, to: -15, title: 'Release planning', organizer: 'Sato Yui' },
  { from: 0, to: 30, title: 'Budget review', organizer: 'Lin Xiaoyu' },
  { from: 60, to: 105, title: 'Salary talk', organizer: 'Chen Wei', private: true },
  { from: 120, to: 150, title: 'Booked at the door', organizer: 'Door panel', madeByApp: true },
  { from: 225, to: 285, title: 'Design critique', organizer: 'Zhang Hao' },
  { from: 300, to: 330, title: 'One to one', organizer: 'Sato Yui' },
]

/** The days that the demo covers, for viewers who run it at many times the speed. */
const DAYS = 14

/**
 * A believable office day around the moment of the call, and the days after it: a running meeting, one right
 * after it, a daily and a weekly series with exceptions, private meetings, one that an app made, and a second
 * room without bookings.
 */
export const createDemoDay = (deps: WorldDeps): DemoDay => {
  const world = createWorld(deps)
  const app = world.addApp()
  const magnolia = world.addRoom({
    name: 'Magnolia',
    capacity: 8,
    description: 'Screen, whiteboard',
    devices: ['Screen', 'Whiteboard'],
  })
  const camellia = world.addRoom({ name: 'Camellia', capacity: 4 })
  const begin = Math.floor(deps.now() / QUARTER) * QUARTER

  for (let shift = 0; shift < DAYS; shift++) {
    for (const { from, to, ...entry } of day) {
      world.book(magnolia, {
        ...entry,
        from: begin + shift * DAY + from * MINUTE,
        to: begin + shift * DAY + to * MINUTE,
      })
    }
  }
  addSeries(world, magnolia, begin)
  return {
    world,
    appId: app.id,
    appSecret: app.secret,
    roomId: magnolia.id,
    roomIds: [magnolia.id, camellia.id],
  }
}

const addSeries = (world: World, room: Room, begin: number): void => {
  const at = (minutes: number, day = 0): number => begin + day * DAY + minutes * MINUTE

  const standUp = world.book(room, {
    from: at(30, -30),
    to: at(45, -30),
    title: 'Stand-up',
    organizer: 'Sato Yui',
    repeats: { every: 'day' },
  })
  world.cancelInstance(standUp, at(30, 2))

  const sync = world.book(room, {
    from: at(165, -21),
    to: at(195, -21),
    title: 'Weekly sync',
    organizer: 'Zhang Hao',
    repeats: { every: 'week' },
  })
  world.moveInstance(sync, at(165), { from: at(180), to: at(210) })
}
