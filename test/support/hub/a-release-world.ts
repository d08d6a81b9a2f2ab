import { announcementOf } from '../../../engine/line/announce.ts'
import type { Http } from '../../../engine/ports.ts'
import { type BookingId, bookingIdOf } from '../../../shared/booking/booking.ts'
import { minutes, seconds } from '../../../shared/time/time.ts'
import { connectionRefused, slow } from '../../../simulator/faults/fault.ts'
import { type Page, openPage } from '../a-page.ts'
import { at } from '../builders.ts'
import { dice } from '../dice.ts'
import { type LineDoor, lineTo } from '../line/line-door.ts'
import type { MemoryJournal } from '../memory/memory-journal.ts'
import { whileWriting } from '../memory/slow-journal.ts'
import { httpOf } from '../world-http.ts'
import { aCompany } from './a-company.ts'

/** Somebody checked in at a door, at a moment of the monotonic clock, ms. */
export interface Tap {
  readonly door: string
  readonly booking: BookingId
  readonly at: number
}

interface PlacedDoor {
  readonly name: string
  door: LineDoor
  page: Page
}

const names = ['door-a', 'door-b', 'door-c'] as const

/** The messages of a release, which may be lost or come late. */
const mayStray = /\/(to\/order|to\/answer|from\/ask|from\/event)$/

/** A room with two or three doors, short graces, people who come or don't, and all that can happen meanwhile. */
export async function aReleaseWorld(seed: number) {
  const random = dice(seed)
  const company = await aCompany('10:00')
  const { world, clock, rooms, broker, store } = company
  const [room] = rooms
  if (room === undefined) throw new Error('The company has a room')
  const [straying, doubling, trouble] = [random() * 0.15, random() * 0.2, random() * 0.25]
  broker.delivered = []
  broker.doubles = () => random() < doubling
  broker.lateness = (topic) => {
    if (!mayStray.test(topic) || random() > straying) return 0
    return random() < 0.4 ? undefined : within(seconds(12))
  }
  /** Whole ms, up to this. */
  const within = (ms: number): number => Math.floor(random() * ms)
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)]

  world.switches.replyShownAfter = random() < 0.3 ? seconds(1) + within(seconds(6)) : 0
  const rules = { graceMinutes: 1, opensMinutesBefore: 1 }
  const open = async (name: string, journal?: MemoryJournal): Promise<PlacedDoor> => {
    const door = await company.door(name, { mode: 'auto', rules, ...(journal && { journal }) })
    return { name, door, page: openPage(door.panel) }
  }
  const doors: PlacedDoor[] = []
  for (const name of names.slice(0, random() < 0.5 ? 2 : 3)) {
    // oxlint-disable-next-line no-await-in-loop -- one door after the other
    await company.assign(room.id, name)
    // oxlint-disable-next-line no-await-in-loop -- the same
    const placed = await open(name)
    const slowness = random() < 0.5 ? within(seconds(4)) : 0
    whileWriting(placed.door.journal, () =>
      slowness === 0 ? undefined : new Promise<void>((resolve) => clock.after(slowness, resolve)),
    )
    doors.push(placed)
  }

  const hubs = new Map<string, () => void>()
  let made = 0
  const startHub = async (): Promise<void> => {
    const name = `hub-${(made += 1)}`
    const mortal: Http = async (request) => {
      if (!request.url.includes('/instance/reply') || random() > trouble) return httpOf(world)(request)
      if (random() < 0.5) await httpOf(world)(request)
      hubs.get(name)?.()
      hubs.delete(name)
      return new Promise(() => undefined)
    }
    hubs.set(name, (await company.hub(name, mortal)).die)
  }
  await startHub()
  await startHub()

  const taps: Tap[] = []
  const tap = (booking: BookingId): void => {
    const placed = pick(doors)
    if (placed?.door.panel.current().checkIns.some(({ id }) => id === booking) !== true) return
    taps.push({ door: placed.name, booking, at: clock.elapsed() })
    void placed.door.panel.checkIn(booking)
  }
  for (let number = 0; number < 6; number += 1) {
    const from = at('10:02') + number * minutes(4)
    const uid = `meeting-${number}`
    const isSeries = random() < 0.7
    world.book(room, {
      uid,
      from,
      to: from + minutes(3),
      organizer: `Person ${number}`,
      ...(isSeries && { repeats: { every: 'week' } }),
    })
    const booking = bookingIdOf(`${uid}/0/${from / 1000}`)
    const grace = from + minutes(1) - clock.now()
    // Some come early, some at the very moment at which the room would be given back.
    if (random() < 0.25) clock.after(grace - within(seconds(90)), () => tap(booking))
    if (random() < 0.35) clock.after(grace + within(seconds(6)), () => tap(booking))
    if (random() < 0.15) clock.after(grace - within(seconds(50)), () => pick(doors)?.door.panel.touchSeen())
  }

  const restartDoor = async (): Promise<void> => {
    const one = pick(doors)
    if (one === undefined) return
    await one.door.leave()
    Object.assign(one, await open(one.name, one.door.journal))
  }
  /** A tablet with another one's identity, which announces itself in turn with it. */
  const clone = async (): Promise<void> => {
    const name = pick(doors)?.name ?? ''
    const { birth } = announcementOf(name, `twin-${clock.elapsed()}`, '0.1.0')
    const twin = lineTo(broker, clock, `twin-of-${name}`)
    broker.accounts.set(`twin-of-${name}`, { password: `twin-of-${name}`, read: [], write: [birth.topic] })
    await clock.advance(0)
    await twin.publish(birth)
    broker.breakOff(name)
    await clock.advance(seconds(4))
    await twin.close()
  }
  const faults: readonly (() => void | Promise<void>)[] = [
    () => broker.kill(),
    () => broker.breakOff(pick(doors)?.name ?? ''),
    () => void (store.state.isDown = true),
    () => void world.fail('any', connectionRefused(), { times: 2 }),
    () => void world.fail('reply', slow(seconds(1), seconds(20)), { times: 1 }),
    async () => {
      const [name, die] = pick([...hubs]) ?? []
      die?.()
      hubs.delete(name ?? '')
      await startHub()
    },
    restartDoor,
    () => {
      const page = pick(doors)?.page
      if (page === undefined) return
      page.isFrozen = true
      clock.after(within(seconds(30)), () => (page.isFrozen = false))
    },
    () => (random() < 0.2 ? clone() : undefined),
  ]
  return {
    ...company,
    doors,
    taps,
    /** Half of a minute goes by, with or without trouble. */
    step: async (): Promise<void> => {
      await clock.advance(within(seconds(15)))
      if (random() < trouble) await pick(faults)?.()
      await clock.advance(within(seconds(15)))
      broker.start()
      store.state.isDown = false
    },
  }
}

export type ReleaseWorld = Awaited<ReturnType<typeof aReleaseWorld>>
