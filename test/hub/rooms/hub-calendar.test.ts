import { expect, test } from 'vitest'
import { createHubCalendar } from '../../../hub/rooms/hub-calendar.ts'
import type { SharedReadings } from '../../../hub/rooms/shared-readings.ts'
import type { Room } from '../../../shared/reading/room.ts'
import { err } from '../../../shared/result.ts'
import type { Instant } from '../../../shared/time/time.ts'
import { aBooking, at, aWindow } from '../../support/builders.ts'
import { createMemoryCalendar } from '../../support/memory/memory-calendar.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'

const meeting = aBooking('10:00', '11:00')

function aHubCalendar() {
  const clock = createVirtualClock(at('10:05'))
  const calendar = createMemoryCalendar(meeting)
  const told: [kind: string, ...facts: unknown[]][] = []
  let bring: Parameters<SharedReadings['onReading']>[0] = () => undefined
  const hub = createHubCalendar({
    room: 'omm_1',
    calendar,
    clock,
    readings: {
      read: async (room) => err({ code: 'unexpected', cause: room }),
      onReading: (run) => {
        bring = run
        return () => undefined
      },
      replied: () => undefined,
      refused: () => undefined,
    },
    views: {
      scheduleRead: () => undefined,
      roomRead: (room: string, facts: Room, readAt: Instant) => told.push(['room', room, facts, readAt]),
      titlesRead: (room, titles) => told.push(['titles', room, [...titles.values()]]),
      checkedIn: () => undefined,
      left: () => undefined,
      publishAll: () => undefined,
      changed: () => undefined,
    },
    reservations: undefined,
    replies: calendar,
  })
  const reading = { bookings: [], askedAt: at('10:05'), asked: 0, window: aWindow }
  return { hub, calendar, clock, told, bring: (of: string, isOwn: boolean) => bring(of, reading, isOwn) }
}

test('a room has news when another one’s reading brought its own, and no other', () => {
  const { hub, bring } = aHubCalendar()
  let news = 0
  hub.onNews?.(() => void (news += 1))
  bring('omm_1', true)
  bring('omm_2', false)
  expect(news).toBe(0)
  bring('omm_1', false)
  expect(news).toBe(1)
})

test('what is read of a room and of its titles, its doors are told', async () => {
  const { hub, calendar, told } = aHubCalendar()
  calendar.titles.set(meeting.id, 'Weekly')
  await hub.readRoom()
  await hub.readTitles([meeting])
  expect(told).toEqual([
    ['room', 'omm_1', { name: 'Magnolia' }, at('10:05')],
    ['titles', 'omm_1', ['Weekly']],
  ])
})

test('what was read of the room before a sleep they are not told', async () => {
  const { hub, clock, told } = aHubCalendar()
  clock.sleptAt = clock.elapsed() + 1
  await hub.readRoom()
  expect(told).toEqual([])
})
