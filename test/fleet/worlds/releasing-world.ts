import { announcementOf } from '../../../engine/line/announce.ts'
import { type BookingId, bookingIdOf } from '../../../shared/booking/booking.ts'
import { minutes, seconds } from '../../../shared/time/time.ts'
import { connectionRefused, slow } from '../../../simulator/faults/fault.ts'
import { at } from '../../support/builders.ts'
import { aCompany, type Company } from '../../support/hub/a-company.ts'
import { lineTo } from '../../support/line/line-door.ts'
import { whileWriting } from '../../support/memory/slow-journal.ts'
import { type Chance, chanceOf } from './chance.ts'
import { mortalHubs } from './mortal-hubs.ts'
import { placeDoor, type PlacedDoor, restartOne } from './placed-door.ts'

/** A visitor checked in at a door, at a moment of the monotonic clock, ms. */
export interface Tap {
  readonly door: string
  readonly booking: BookingId
  readonly at: number
}

const names = ['door-a', 'door-b', 'door-c'] as const

/** The messages of a release, which may be lost or come late. */
const mayStray = /\/(to\/order|to\/answer|from\/ask|from\/event)$/

/** A release is asked for a minute after the start. */
const rules = { mode: 'auto', rules: { graceMinutes: 1, opensMinutesBefore: 1 } } as const

/** A room with one to three doors, short graces, people who come or don't, and all that can happen meanwhile. */
export async function aReleasingWorld(seed: number) {
  const chance = chanceOf(seed)
  const company = await aCompany('10:00')
  const { world, clock, rooms, broker, store } = company
  const [room] = rooms
  if (room === undefined) throw new Error('The company has a room')
  const [straying, doubling, trouble] = [chance.upTo(0.15), chance.upTo(0.2), chance.upTo(0.25)]
  broker.delivered = []
  broker.doubles = () => chance.isLikely(doubling)
  broker.lateness = (topic) => {
    if (!mayStray.test(topic) || !chance.isLikely(straying)) return 0
    return chance.isLikely(0.4) ? undefined : chance.within(seconds(12))
  }
  world.switches.replyShownAfter = chance.isLikely(0.3) ? seconds(1) + chance.within(seconds(6)) : 0
  const doors: PlacedDoor[] = []
  for (const name of names.slice(0, chance.pick([1, 2, 2, 3]))) {
    // oxlint-disable-next-line no-await-in-loop -- one door after the other
    const placed = await placeDoor(company, name, room, rules)
    const slowness = chance.isLikely(0.5) ? chance.within(seconds(4)) : 0
    whileWriting(placed.door.journal, () =>
      slowness === 0 ? undefined : new Promise<void>((resolve) => clock.after(slowness, resolve)),
    )
    doors.push(placed)
  }
  const hubs = mortalHubs({
    company,
    chance,
    risk: ({ url }) => (url.includes('/instance/reply') ? trouble : 0),
  })
  await hubs.start()
  await hubs.start()

  const taps: Tap[] = []
  const tap = (booking: BookingId): void => {
    const placed = chance.pick(doors)
    if (placed?.door.panel.current().checkIns.some(({ id }) => id === booking) !== true) return
    taps.push({ door: placed.name, booking, at: clock.elapsed() })
    void placed.door.panel.checkIn(booking)
  }
  for (let number = 0; number < 6; number += 1) {
    const booking = bookMeeting(company, number, chance)
    const grace = at('10:02') + number * minutes(4) + minutes(1) - clock.now()
    // Some come early, some at the very moment at which the room would be given back.
    if (chance.isLikely(0.25)) clock.after(grace - chance.within(seconds(90)), () => tap(booking))
    if (chance.isLikely(0.35)) clock.after(grace + chance.within(seconds(6)), () => tap(booking))
    if (chance.isLikely(0.15))
      clock.after(grace - chance.within(seconds(50)), () => chance.pick(doors)?.door.panel.touchSeen())
  }
  const faults: readonly (() => void | Promise<void>)[] = [
    () => broker.kill(),
    () => broker.breakOff(chance.pick(doors)?.name ?? ''),
    () => void (store.state.isDown = true),
    () => void world.fail('any', connectionRefused(), { times: 2 }),
    () => void world.fail('reply', slow(seconds(1), seconds(20)), { times: 1 }),
    hubs.replace,
    hubs.cutOff,
    () => restartOne(company, doors, chance),
    () => {
      const page = chance.pick(doors)?.page
      if (page === undefined) return
      page.isFrozen = true
      clock.after(chance.within(seconds(30)), () => (page.isFrozen = false))
    },
    () => (chance.isLikely(0.2) ? clone(company, chance.pick(doors)?.name ?? '') : undefined),
  ]
  return {
    ...company,
    doors,
    hubs,
    taps,
    /** Half of a minute goes by, with or without trouble. */
    step: async (): Promise<void> => {
      await clock.advance(chance.within(seconds(15)))
      if (chance.isLikely(trouble)) await chance.pick(faults)?.()
      await clock.advance(chance.within(seconds(15)))
      broker.start()
      store.state.isDown = false
    },
  }
}

export type ReleasingWorld = Awaited<ReturnType<typeof aReleasingWorld>>

/** Of three minutes, each with a name and a time of its own. */
function bookMeeting({ world, rooms: [room] }: Company, number: number, chance: Chance): BookingId {
  const from = at('10:02') + number * minutes(4)
  const uid = `meeting-${number}`
  if (room !== undefined)
    world.book(room, {
      uid,
      from,
      to: from + minutes(3),
      organizer: `Person ${number}`,
      ...(chance.isLikely(0.7) && { repeats: { every: 'week' } }),
    })
  return bookingIdOf(`${uid}/0/${from / 1000}`)
}

/** A tablet with another one's identity, which announces itself in turn with it. */
async function clone({ broker, clock }: Company, name: string): Promise<void> {
  const { birth } = announcementOf(name, `twin-${clock.elapsed()}`, '0.1.0')
  const twin = lineTo(broker, clock, `twin-of-${name}`)
  broker.accounts.set(`twin-of-${name}`, { password: `twin-of-${name}`, read: [], write: [birth.topic] })
  await clock.advance(0)
  await twin.publish(birth)
  broker.breakOff(name)
  await clock.advance(seconds(4))
  await twin.close()
}
