import type { Http, HttpAnswer } from '../../../engine/ports.ts'
import type { AdminVerdict } from '../../../shared/admin/judging.ts'
import { minutes, seconds } from '../../../shared/time/time.ts'
import { connectionRefused, slow } from '../../../simulator/faults/fault.ts'
import { aCompany } from '../../support/hub/a-company.ts'
import type { LineDoor } from '../../support/line/line-door.ts'
import { httpOf } from '../../support/world-http.ts'
import { type Chance, chanceOf } from './chance.ts'
import { mortalHubs } from './mortal-hubs.ts'
import { killBroker, stopStore } from './outages.ts'
import { placeDoor, restartOne } from './placed-door.ts'
import { isBusyWithin } from './room-truth.ts'

/** A visitor tapped on *Check in*. */
export interface TappedCheckIn {
  readonly door: string
  readonly booking: string
}

/** Two rooms, three doors at which people check in, end and judge, two hubs, and whatever can happen to them. */
export async function anObservingWorld(seed: number) {
  const chance = chanceOf(seed)
  const company = await aCompany('10:00', { rooms: 2 })
  const { world, clock, rooms, broker, store } = company
  const [first, second] = rooms
  if (first === undefined || second === undefined) throw new Error('The company has two rooms')
  world.switches.replyShownAfter = chance.isLikely(0.3) ? seconds(1 + chance.upTo(8)) : 0
  broker.doubles = () => chance.isLikely(0.1)
  const rules = { mode: 'observe' } as const
  const doors = [
    await placeDoor(company, 'door-a', first, rules),
    await placeDoor(company, 'door-b', first, rules),
    await placeDoor(company, 'door-c', second, rules),
  ]
  const hubs = mortalHubs({
    company,
    chance,
    risk: ({ url }) => (url.includes('/instance/reply') ? 0.3 : 0),
    http: lackingNowAndThen(company, chance),
  })
  await hubs.start()
  await hubs.start()
  const taps: TappedCheckIn[] = []
  const anyDoor = (): LineDoor | undefined => chance.pick(doors)?.door
  const meeting = (): void => {
    const room = chance.pick(rooms)
    const from = clock.now() - (clock.now() % seconds(60)) + minutes(chance.within(8) - 2)
    if (room && !isBusyWithin(room, from, from + minutes(20)))
      world.book(room, {
        from,
        to: from + minutes(5 + chance.within(15)),
        ...(chance.isLikely(0.3) && { repeats: { every: 'week' } }),
      })
  }
  const tap = (): void => {
    const placed = chance.pick(doors)
    const [offered] = placed?.door.panel.current().checkIns ?? []
    if (placed === undefined || offered === undefined) return
    taps.push({ door: placed.name, booking: offered.id })
    void placed.door.panel.checkIn(offered.id)
  }
  const end = (): void => {
    for (const { door } of doors.filter(() => chance.isLikely(0.5))) {
      const { occupancy } = door.panel.current()
      if ('booking' in occupancy) void door.panel.endMeeting(occupancy.booking.id)
    }
  }
  const judge = (): void => {
    const door = anyDoor()
    const booking = chance.pick(door?.panel.current().bookings ?? [])
    const verdict = chance.isLikely(0.5) ? 'accept' : 'decline'
    if (door !== undefined && booking !== undefined) void judged(door, booking.id, verdict)
  }
  const troubles: readonly (() => void | Promise<void>)[] = [
    () => killBroker(company, chance),
    () => broker.breakOff(chance.pick(doors)?.name ?? ''),
    () => stopStore(company, chance),
    () => void world.fail('any', connectionRefused(), { times: 3 }),
    () => void world.fail('reply', slow(seconds(1), seconds(20)), { times: 2 }),
    hubs.replace,
    hubs.replace,
    hubs.cutOff,
    () => restartOne(company, doors, chance),
  ]
  const life: typeof troubles = [meeting, meeting, tap, tap, tap, end, end, judge]
  return {
    ...company,
    doors,
    hubs,
    taps,
    /** Something happens, and some time goes by. */
    step: async (): Promise<void> => {
      await (chance.isLikely(0.3) ? chance.pick(troubles) : chance.pick(life))?.()
      await clock.advance(seconds(1 + chance.within(20)))
    },
    /** Everything is there again, for long enough that everybody knows. */
    heal: async (): Promise<void> => {
      broker.start()
      store.state.isDown = false
      world.heal()
      await hubs.heal()
      await clock.advance(minutes(4))
    },
  }
}

export type ObservingWorld = Awaited<ReturnType<typeof anObservingWorld>>

/** An administrator comes, judges, and goes. */
async function judged({ panel }: LineDoor, bookingId: string, verdict: AdminVerdict): Promise<void> {
  await panel.admin.openAdmin()
  await panel.admin.enterPin({ pin: '2468' })
  await panel.admin.giveVerdict({ bookingId, verdict })
  await panel.admin.leaveAdmin()
}

/** Now and then the calendar lists nothing, once, as it may: two readings that follow each other never do. */
function lackingNowAndThen({ world, clock }: Awaited<ReturnType<typeof aCompany>>, chance: Chance): Http {
  let lackedAt = -Infinity
  return async (request) => {
    const isLacking =
      request.url.includes('/freebusy/') && chance.isLikely(0.03) && clock.now() - lackedAt > minutes(2)
    if (!isLacking) return httpOf(world)(request)
    lackedAt = clock.now()
    return lackingAnswer(await httpOf(world)(request))
  }
}

const lackingAnswer = (answer: HttpAnswer): HttpAnswer => ({
  ...answer,
  text: JSON.stringify({ code: 0, data: { free_busy: {} } }),
})
