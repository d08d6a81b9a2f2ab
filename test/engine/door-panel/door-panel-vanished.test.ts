import { expect, test } from 'vitest'
import { ok } from '../../../shared/result.ts'
import { aDoorWithPage } from '../../support/a-door-with-page.ts'
import { aConfiguration } from '../../support/a-door.ts'
import { ghost } from '../../support/a-ghost.ts'

const off = aConfiguration({ checkIn: { mode: 'off' } })

/** A door in a meeting, where the next `times` readings are empty. */
async function withEmptyReadings(times: number, configuration?: typeof off) {
  const door = await aDoorWithPage('09:57', configuration && { configuration })
  await door.panel.checkIn(ghost.id)
  await door.until('10:30')
  const { readSchedule } = door.calendar
  let left = times
  Object.assign(door.calendar, {
    readSchedule: async (window: Parameters<typeof readSchedule>[0]) => {
      const answer = await readSchedule(window)
      left -= 1
      return left >= 0 ? ok([]) : answer
    },
  })
  const shownBefore = door.shown.length
  const kindsSince = () => new Set(door.shown.slice(shownBefore).map(({ occupancy }) => occupancy.kind))
  return { ...door, kindsSince }
}

test.each([
  ['somebody checked in', undefined],
  ['nobody is asked to check in', off],
])(
  'one empty answer in a meeting is asked again before the door turns green, where %s',
  async (_where, rules) => {
    const { panel, until, calendar, kindsSince, log } = await withEmptyReadings(1, rules)
    const before = calendar.readings
    void panel.touch()
    await until('10:30:10')
    expect(kindsSince()).toEqual(new Set(['inUse']))
    expect(log.events()).toContain('schedule.lacks-running')
    expect(calendar.readings - before).toBe(2)
  },
)

test('a meeting that is cancelled is believed at the second look, 2 s later', async () => {
  const { panel, until, calendar, occupancy } = await withEmptyReadings(0)
  calendar.bookings = []
  void panel.touch()
  await until('10:30:01')
  expect(occupancy()).toBe('inUse')
  await until('10:30:02')
  expect(occupancy()).toBe('free')
})

test('a second look that fails leaves the door without an answer, and not green', async () => {
  const { panel, until, calendar, occupancy } = await withEmptyReadings(1)
  void panel.touch()
  await until('10:30:01')
  calendar.failing = 'unreachable'
  await until('10:30:03')
  expect(occupancy()).toBe('unknown')
})

test('a meeting that people ended at the door needs no second look', async () => {
  const { panel, until, calendar, occupancy } = await withEmptyReadings(0)
  const before = calendar.readings
  void panel.endMeeting(ghost.id)
  await until('10:30:01')
  expect(occupancy()).toBe('free')
  expect(calendar.readings - before).toBe(2)
})
