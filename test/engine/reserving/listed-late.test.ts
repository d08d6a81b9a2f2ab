import { expect, test } from 'vitest'
import { seconds } from '../../../shared/time/time.ts'
import * as faults from '../../../simulator/faults/fault.ts'
import { aBookableRoom } from '../../support/a-booking-door.ts'
import { at } from '../../support/builders.ts'

/** What a server found out that is not the simulator: its schedule is slow, and lists what no room has accepted. */

const wish = { kind: 'now', length: 15 } as const
type Door = Awaited<ReturnType<ReturnType<typeof aBookableRoom>['start']>>

const kindsSince = ({ shown }: Door, before: number): readonly string[] => [
  ...new Set(shown.slice(before).map(({ occupancy }) => occupancy.kind)),
]

test.each([
  ['the room never answers', Infinity, 'unanswered'],
  ['the room declines', 2000, 'declined'],
] as const)(
  'a schedule still lists what is gone, since %s: the door shows it no more',
  async (_, answersAfter, because) => {
    const scene = aBookableRoom()
    const { clock, world, room } = scene
    world.switches.unansweredShown = true
    world.switches.bookingShownAfter = 0
    world.switches.roomAnswersAfter = [answersAfter, answersAfter]
    const door = await scene.start()
    const before = door.shown.length
    void door.panel.book(wish)
    await clock.advance(seconds(1))
    world.limitBookings(room, { longestHours: 0 })
    world.switches.bookingShownAfter = seconds(60)
    void door.panel.touch()
    await clock.advance(seconds(12))
    void door.panel.touch()
    await clock.advance(seconds(12))
    void door.panel.touch()
    await clock.advance(seconds(12))
    expect(kindsSince(door, before)).toEqual(['reserving', 'free'])
    expect(door.last().bookings).toEqual([])
    expect(door.shown.map(({ reserving }) => reserving)).toContainEqual(expect.objectContaining({ because }))
  },
)

test('where somebody was faster the door is not green for a moment', async () => {
  const scene = aBookableRoom()
  const { clock, world, room } = scene
  const door = await scene.start()
  const before = door.shown.length
  void door.panel.book(wish)
  world.book(room, { from: at('10:00'), to: at('10:40') })
  await clock.advance(seconds(5))
  expect(door.last().reserving).toMatchObject({ kind: 'notBooked', because: 'declined' })
  expect(kindsSince(door, before)).toEqual(['reserving', 'awaitingCheckIn'])
})

test('a reading that fails while the room is being booked takes the word from nobody', async () => {
  const scene = aBookableRoom()
  const { clock, world } = scene
  const door = await scene.start()
  const before = door.shown.length
  const heal = world.fail('freebusy', faults.tooManyCalls({ resetSeconds: 1 }))
  void door.panel.book(wish)
  await clock.advance(seconds(4))
  heal()
  await clock.advance(seconds(4))
  expect(kindsSince(door, before)).toEqual(['reserving', 'inUse'])
})

test('a panel that finds a reservation and hears from no calendar does not say for ever that it books', async () => {
  const scene = aBookableRoom()
  const { clock, world } = scene
  const first = await scene.start({ at: 13, when: 'after' })
  void first.panel.book(wish)
  await clock.advance(seconds(5))
  expect(first.isDead()).toBe(true)
  world.fail('any', faults.connectionRefused())
  clock.unsureBy = Infinity
  const second = await scene.start()
  await clock.advance(seconds(10))
  expect(second.occupancy()).toBe('reserving')
  await clock.advance(seconds(50))
  expect(second.last().occupancy).toMatchObject({ kind: 'unknown' })
})

test('a visitor who books in the first second is not taken for one of an earlier panel', async () => {
  const scene = aBookableRoom()
  const { clock, world } = scene
  world.switches.pastStart = 'refused'
  scene.meddle((send) => async (request) => {
    if (request.url.includes('idempotency_key'))
      await new Promise<void>((resolve) => void clock.after(seconds(1.5), resolve))
    return send(request)
  })
  clock.unsureBy = Infinity
  const door = await scene.start()
  clock.unsureBy = 0
  void door.panel.book(wish)
  await clock.advance(seconds(8))
  expect(door.occupancy()).toBe('inUse')
})

test('no title is asked for what visitors have booked', async () => {
  const scene = aBookableRoom()
  const { clock, world } = scene
  const door = await scene.start()
  void door.panel.book(wish)
  await clock.advance(seconds(30))
  expect([door.occupancy(), world.callsTo('summary')]).toEqual(['inUse', 0])
})

test('whoever booked is told of a doubt, and not left with Booking while the entry is removed', async () => {
  const scene = aBookableRoom()
  const { clock, world } = scene
  world.switches.roomAnswersAfter = [Infinity, Infinity]
  const door = await scene.start()
  world.fail('deleteEvent', faults.refusal(190003, 'internal', 500))
  let isAnswered = false
  void door.panel.book(wish).then(() => (isAnswered = true))
  await clock.advance(seconds(59))
  expect(isAnswered).toBe(false)
  await clock.advance(seconds(10))
  expect([isAnswered, door.last().reserving.kind]).toEqual([true, 'uncertain'])
})

test.each([
  'calendar:calendar:create',
  'calendar:calendar.event:create',
  'calendar:calendar.event:update',
  'calendar:calendar.event:read',
  'calendar:calendar.event:delete',
])('without %s there is no button', async (scope) => {
  const room = aBookableRoom()
  room.world.removeScope(room.app, scope)
  const { last } = await room.start()
  await room.clock.advance(seconds(30))
  expect(last()).toMatchObject({ occupancy: { kind: 'free' }, bookable: [] })
})
