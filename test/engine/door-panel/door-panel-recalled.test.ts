import { expect, test } from 'vitest'
import { bookingIdOf } from '../../../shared/booking/booking.ts'
import { err, ok } from '../../../shared/result.ts'
import { hours, minutes, plus, seconds } from '../../../shared/time/time.ts'
import { aConfiguration, aDoor, type DoorOptions } from '../../support/a-door.ts'
import { aBooking, at } from '../../support/builders.ts'
import { createConfigurationOnPaper } from '../../support/configuration-on-paper.ts'
import { createMemoryCalendar } from '../../support/memory/memory-calendar.ts'
import { createMemoryJournal } from '../../support/memory/memory-journal.ts'
import { createMemoryLastReading } from '../../support/memory/memory-last-reading.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'
import { actionOf } from '../../../shared/action/action.ts'

const review = aBooking('10:00', '11:00')
const configuration = aConfiguration({ checkIn: { mode: 'auto' } })

/** A tablet that stays on: each program that starts on it finds the stored files. */
function aTablet(time: string) {
  const clock = createVirtualClock(at(time))
  const bootedAt = plus(at(time), -hours(1))
  const boot = () => ({ id: 'the only start', age: clock.now() - bootedAt })
  const lastReading = createMemoryLastReading(() => ({ wall: clock.now(), boot: boot() }))
  const open = (over: DoorOptions = {}) => aDoor(time, { configuration, clock, lastReading, ...over })
  return { clock, lastReading, open }
}

/** A panel that read the calendar at 10:20, was stopped, and begins again five minutes later in another world. */
async function aRestart(over: DoorOptions, bookings = [review]) {
  const tablet = aTablet('10:20')
  const before = await tablet.open({ bookings })
  before.panel.stop()
  await tablet.clock.advance(minutes(5))
  tablet.clock.unsureBy = Infinity
  return { ...tablet, next: await tablet.open(over) }
}

const downCalendar = () => Object.assign(createMemoryCalendar(), { failing: 'unreachable' as const })

test('with the network down the first picture has the stored reading, with its age, and proves nothing', async () => {
  const { next } = await aRestart({ calendar: downCalendar() })
  const [first] = next.shown
  expect(first).toMatchObject({
    occupancy: { kind: 'unknown', running: { id: review.id } },
    connection: { kind: 'stale', readAt: at('10:20') },
    bookings: [{ id: review.id }],
    room: { name: 'Magnolia' },
    checkIns: [],
  })
  expect(next.shown.at(-1)).toMatchObject({
    occupancy: { kind: 'unknown', reason: 'unreachable', running: { id: review.id } },
    connection: { kind: 'offline', readAt: at('10:20') },
  })
})

test('a stored reading of a free room does not make the room free', async () => {
  const { next } = await aRestart({ calendar: downCalendar() }, [])
  const kinds = next.shown.map(({ occupancy }) => occupancy.kind)
  expect(new Set(kinds)).toEqual(new Set(['unknown']))
})

test('the stored reading is shown before the keyring answers', async () => {
  const { lastReading, clock } = await aRestart({ calendar: downCalendar() })
  const door = await aDoor('10:25', {
    clock,
    lastReading,
    setUp: async (_standing, previewConfiguration) => {
      await previewConfiguration(configuration)
      return new Promise(() => undefined)
    },
  })
  await door.panel.hasBegun
  expect(door.panel.current()).toMatchObject({
    locale: 'zh-CN',
    occupancy: { kind: 'unknown', running: { id: review.id } },
    connection: { readAt: at('10:20') },
  })
})

test('a stored reading allows neither check-in nor end', async () => {
  const calendar = downCalendar()
  const { next, clock } = await aRestart({ calendar })
  await next.panel.checkIn(review.id)
  expect(actionOf(next.shown.at(-1)?.actions ?? [], 'checkIn')).toMatchObject({
    outcome: { kind: 'refused', reason: 'bookingGone' },
  })
  await next.panel.endMeeting(review.id)
  await clock.advance(minutes(30))
  expect(calendar.replies).toEqual([])
})

test('the first reading replaces the stored one, even an empty one', async () => {
  const { next, clock } = await aRestart({ calendar: createMemoryCalendar() })
  // What ran before is missing: it is looked for twice.
  await clock.advance(seconds(2))
  expect(next.shown.at(-1)).toMatchObject({ occupancy: { kind: 'free' }, bookings: [] })
})

test('after a leap of time a stored reading is not shown', async () => {
  const { next, clock } = await aRestart({ calendar: downCalendar() })
  clock.leap(hours(2))
  await clock.advance(0)
  expect(next.shown.at(-1)?.bookings).toEqual([])
  expect(next.shown.at(-1)?.connection).not.toHaveProperty('readAt')
})

test('a stored reading of another room is not shown, and is deleted', async () => {
  const other = aConfiguration({ room: { id: `omm_${'f'.repeat(32)}` } })
  const { next, lastReading } = await aRestart({ calendar: downCalendar(), configuration: other })
  expect(next.shown[0]).toMatchObject({ bookings: [], connection: { kind: 'stale' } })
  expect(lastReading.kept).toBeUndefined()
})

test('a panel that is given another room forgets the one that it was for', async () => {
  const { clock, lastReading, open } = aTablet('10:20')
  const { paper, followConfiguration } = createConfigurationOnPaper(clock, configuration)
  const calendar = createMemoryCalendar(review)
  await open({
    followConfiguration,
    setUp: async (_standing, previewConfiguration) => {
      if (!paper.says.ok) return paper.says
      await previewConfiguration(paper.says.value)
      return ok({ configuration: paper.says.value, calendar })
    },
  })
  expect(lastReading.kept?.bookings).toHaveLength(1)
  calendar.failing = 'unreachable'
  paper.says = ok(aConfiguration({ room: { id: `omm_${'f'.repeat(32)}` } }))
  await clock.advance(minutes(1))
  expect(lastReading.kept).toBeUndefined()
})

test('a tablet whose configuration was taken away forgets what it was for', async () => {
  const { lastReading } = await aRestart({
    setUp: async () => err({ kind: 'configurationMissing', file: '/etc/room-panel/config.json' }),
  })
  expect(lastReading.kept).toBeUndefined()
})

test('the stored reading lacks the details that privacy hides', async () => {
  const { lastReading, open } = aTablet('10:20')
  const hidden = aBooking('12:00', '13:00', { id: bookingIdOf('private/0/1'), meeting: 'private' })
  const { organizer: _, ...secret } = hidden
  const calendar = createMemoryCalendar(review, secret)
  calendar.titles.set(review.id, 'Layoffs')
  await open({
    calendar,
    configuration: aConfiguration({ privacy: { showTitle: false, showOrganizer: false } }),
  })
  const text = JSON.stringify(lastReading.kept)
  expect(text).toContain(review.id)
  for (const word of ['Lin Xiaoyu', 'Layoffs', 'title']) expect(text).not.toContain(`"${word}`)
})

test('details that IT hides while the calendar is down are deleted from the disk at once', async () => {
  const { clock, lastReading, open } = aTablet('10:20')
  const calendar = createMemoryCalendar(review)
  const { paper, followConfiguration } = createConfigurationOnPaper(clock, configuration)
  await open({ calendar, followConfiguration })
  calendar.failing = 'unreachable'
  clock.unsureBy = Infinity
  expect(JSON.stringify(lastReading.kept)).toContain('Lin Xiaoyu')
  paper.says = ok(aConfiguration({ checkIn: { mode: 'auto' }, privacy: { showOrganizer: false } }))
  await clock.advance(minutes(1))
  expect(JSON.stringify(lastReading.kept ?? '')).not.toContain('Lin Xiaoyu')
})

test('while the clock is in doubt no reading is stored', async () => {
  const { clock, lastReading, open } = aTablet('10:20')
  clock.unsureBy = seconds(31)
  await open({ bookings: [review] })
  expect(lastReading.kept).toBeUndefined()
})

test('a reading without news is kept once a minute, and never seems younger than it is', async () => {
  const { clock, lastReading, open } = aTablet('09:00')
  const { panel } = await open({ bookings: [review] })
  const times = lastReading.times
  for (let touch = 0; touch < 20; touch += 1) {
    await clock.advance(seconds(2))
    await panel.touch()
  }
  expect(lastReading.times).toBe(times)
  await clock.advance(seconds(30))
  await panel.touch()
  expect(lastReading.times).toBe(times + 1)
  expect(lastReading.kept?.readAt).toBeLessThanOrEqual(clock.now())
})

test('a panel that dies before its journal has a move leaves the next one to find where people went', async () => {
  const { open, clock } = aTablet('10:20')
  const { journal, panel, calendar } = await open({ bookings: [review] })
  await panel.checkIn(review.id)
  const moved = aBooking('10:30', '11:30', { meeting: review.meeting })
  calendar.bookings = [moved]
  const kept = journal.kept
  journal.failing = 'unwritable'
  await clock.advance(minutes(20))
  panel.stop()
  const next = await open({ calendar, journal: createMemoryJournal(kept) })
  expect(next.panel.current()).toMatchObject({ bookings: [{ id: moved.id }], checkIns: [] })
  await clock.advance(0)
  expect(next.journal.written.at(-1)?.checkIns).toContainEqual(
    expect.objectContaining({ booking: moved.id, end: moved.end }),
  )
})
