import { expect, test } from 'vitest'
import type { Http, HttpAnswer } from '../../engine/ports.ts'
import type { AdminVerdict } from '../../shared/admin/judging.ts'
import { parseMessage } from '../../shared/line/codec.ts'
import { instantOf, minutes, seconds } from '../../shared/time/time.ts'
import { THE_TRUTH } from '../../simulator/calendar/instances.ts'
import { connectionRefused, slow } from '../../simulator/faults/fault.ts'
import type { Room } from '../../simulator/rooms/room.ts'
import { pulseTopic } from '../../shared/line/topics.ts'
import { pulseServesFor } from '../../shared/line/view-state.ts'
import { dice } from '../support/dice.ts'
import { aCompany } from '../support/hub/a-company.ts'
import type { LineDoor } from '../support/line/line-door.ts'
import { httpOf } from '../support/world-http.ts'

/** Two rooms, three doors, two hubs, and whatever can happen to them. */
async function aWorld(seed: number) {
  const random = dice(seed)
  const company = await aCompany('10:00', { rooms: 2 })
  const { world, clock, rooms, broker, store } = company
  const [first, second] = rooms
  if (first === undefined || second === undefined) throw new Error('The company has two rooms')
  await company.assign(first.id, 'door-a', 'door-b')
  await company.assign(second.id, 'door-c')
  world.switches.replyShownAfter = random() < 0.3 ? seconds(1 + random() * 8) : 0
  broker.doubles = () => random() < 0.1
  const over = { mode: 'observe' } as const
  const doors: { readonly room: Room; door: LineDoor; readonly name: string }[] = [
    { room: first, name: 'door-a', door: await company.door('door-a', over) },
    { room: first, name: 'door-b', door: await company.door('door-b', over) },
    { room: second, name: 'door-c', door: await company.door('door-c', over) },
  ]
  const hubs = new Map<string, Awaited<ReturnType<typeof company.hub>>>()
  let made = 0
  let isHealed = false
  let lackedAt = -Infinity
  const startHub = async (): Promise<void> => {
    const name = `hub-${(made += 1)}`
    const die = (): void => {
      hubs.get(name)?.die()
      hubs.delete(name)
    }
    const mortal: Http = async (request) => {
      if (isHealed) return httpOf(world)(request)
      // Once, as the calendar may: a door looks twice, and no more often.
      if (request.url.includes('/freebusy/') && random() < 0.03 && clock.now() - lackedAt > seconds(10)) {
        lackedAt = clock.now()
        return lackingAnswer(await httpOf(world)(request))
      }
      if (!request.url.includes('/instance/reply') || random() < 0.7) return httpOf(world)(request)
      if (random() < 0.5) await httpOf(world)(request)
      die()
      return new Promise(() => undefined)
    }
    hubs.set(name, await company.hub(name, mortal))
  }
  await startHub()
  await startHub()
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)]
  const meeting = (): void => {
    const room = pick(rooms)
    const from = clock.now() - (clock.now() % seconds(60)) + minutes(Math.floor(random() * 8) - 2)
    if (room && !isBusyWithin(room, from, from + minutes(20)))
      world.book(room, {
        from,
        to: from + minutes(5 + Math.floor(random() * 15)),
        ...(random() < 0.3 && { repeats: { every: 'week' } }),
      })
  }
  const tap = (): void => {
    const { door } = pick(doors) ?? {}
    const { checkIns = [] } = door?.panel.current() ?? {}
    const [offered] = checkIns
    if (offered !== undefined) void door?.panel.checkIn(offered.id)
  }
  const end = (): void => {
    for (const { door } of doors.filter(() => random() < 0.5)) {
      const { occupancy } = door.panel.current()
      if ('booking' in occupancy) void door.panel.endMeeting(occupancy.booking.id)
    }
  }
  const judge = (): void => {
    const { door } = pick(doors) ?? {}
    const booking = pick(door?.panel.current().bookings ?? [])
    const verdict = random() < 0.5 ? 'accept' : 'decline'
    if (door !== undefined && booking !== undefined) void judged(door, booking.id, verdict)
  }
  const replaceHub = async (): Promise<void> => {
    const [name, hub] = pick([...hubs]) ?? []
    hub?.die()
    hubs.delete(name ?? '')
    await startHub()
  }
  const restartDoor = async (): Promise<void> => {
    const one = pick(doors)
    if (one === undefined) return
    await one.door.leave()
    one.door = await company.door(one.name, { ...over, journal: one.door.journal })
  }
  const faults: readonly (() => void | Promise<void>)[] = [
    () => broker.kill(),
    () => broker.start(),
    () => broker.breakOff(pick(doors)?.name ?? ''),
    () => void (store.state.isDown = true),
    () => void (store.state.isDown = false),
    () => void world.fail('any', connectionRefused(), { times: 3 }),
    () => void world.fail('reply', slow(seconds(1), seconds(20)), { times: 2 }),
    replaceHub,
    replaceHub,
    restartDoor,
  ]
  const live: typeof faults = [meeting, meeting, tap, tap, tap, end, end, judge]
  return {
    ...company,
    doors,
    /** Something happens, and some time goes by. */
    step: async (): Promise<void> => {
      await (random() < 0.3 ? pick(faults) : pick(live))?.()
      await clock.advance(seconds(1 + Math.floor(random() * 20)))
    },
    /** Everything is there again, for long enough that everybody knows. */
    heal: async (): Promise<void> => {
      broker.start()
      store.state.isDown = false
      world.heal()
      isHealed = true
      await startHub()
      await clock.advance(minutes(4))
    },
  }
}

/** An administrator comes, judges, and goes. */
async function judged({ panel }: LineDoor, bookingId: string, verdict: AdminVerdict): Promise<void> {
  await panel.admin.openAdmin()
  await panel.admin.enterPin({ pin: '2468' })
  await panel.admin.giveVerdict({ bookingId, verdict })
  await panel.admin.leaveAdmin()
}

const lackingAnswer = (answer: HttpAnswer): HttpAnswer => ({
  ...answer,
  text: JSON.stringify({ code: 0, data: { free_busy: {} } }),
})

const isBusyWithin = (room: Room, start: number, end: number): boolean =>
  room.schedule.within({ start, end }, THE_TRUTH).length > 0

/** Whether the door lacks a booking that runs, and ran when it was read, and that the door has shown before. */
function lacksShown({ panel, shown }: LineDoor, { schedule }: Room, now: number): boolean {
  const { readAt = now } = panel.current().connection
  return schedule
    .within({ start: now, end: now + 1 }, THE_TRUTH)
    .some(
      ({ start, event: { uid } }) =>
        start <= readAt && shown.some(({ bookings }) => bookings.some(({ id }) => id.startsWith(`${uid}/`))),
    )
}

type World = Awaited<ReturnType<typeof aWorld>>

/**
 * Replies that follow one to the same booking which was carried out: what Feishu has refused may be asked again, and what was
 * accepted may be accepted again.
 */
const repeated = (all: World['world']['replies']): readonly unknown[] => {
  const replies = all.filter(({ body }) => !body.includes('ACCEPTED_BY_ADMIN'))
  return replies.filter(({ body }, index) =>
    replies.slice(0, index).some((before) => before.body === body && before.effect !== undefined),
  )
}

/** Check-ins that some view has and the store has not. */
async function uncommitted({ broker, store }: World): Promise<readonly string[]> {
  const kept = await store.checkIns.endingAfter(instantOf(0))
  if (!kept.ok) return []
  const ids = new Set(kept.value.map(({ id }) => id))
  return broker.taken
    .slice(-20)
    .flatMap(({ topic, payload }) => (topic.endsWith('/to/room') ? [parseMessage('room', payload)] : []))
    .flatMap((view) => (view.ok ? view.value.checkIns.map(({ id }) => id) : []))
    .filter((id) => !ids.has(id))
}

/** Whether the door says that somebody has the room now; who checks in early has it only from the start on. */
function isBusyAt({ panel }: LineDoor, now: number): boolean | string {
  const { occupancy } = panel.current()
  if (occupancy.kind === 'free' || occupancy.kind === 'checkInOpen') return false
  return 'booking' in occupancy ? occupancy.booking.start <= now : occupancy.kind
}

/** How long ago a hub gave its last sign of life, ms. */
function pulseAge({ broker, clock }: World): number {
  const last = broker.taken.findLast(({ topic }) => topic === pulseTopic)
  const pulse = parseMessage('pulse', last?.payload ?? '')
  return pulse.ok ? clock.now() - pulse.value.time : Infinity
}

test.each(Array.from({ length: 12 }, (_, index) => index + 1))(
  'in world %d no reply is repeated, no door is green without a hub, and all doors have one truth in the end',
  async (seed) => {
    const world = await aWorld(seed)
    const { doors } = world
    for (let step = 0; step < 60; step++) {
      // oxlint-disable-next-line no-await-in-loop -- one thing after the other
      await world.step()
      for (const { room, door } of doors.filter(({ door }) => door.occupancy() === 'free')) {
        const { connection } = door.panel.current()
        expect(connection.kind).toBe('live')
        expect(lacksShown(door, room, world.clock.now())).toBe(false)
        expect(pulseAge(world)).toBeLessThanOrEqual(pulseServesFor + 1)
      }
      // oxlint-disable-next-line no-await-in-loop -- the same
      expect(await uncommitted(world)).toEqual([])
    }
    await world.heal()
    expect(repeated(world.world.replies)).toEqual([])
    const now = world.clock.now()
    for (const { room, door } of doors) expect(isBusyAt(door, now)).toBe(isBusyWithin(room, now, now + 1))
    const [a, b] = doors.map(({ door }) => door.panel.current().occupancy.kind)
    expect(a).toBe(b)
  },
)
