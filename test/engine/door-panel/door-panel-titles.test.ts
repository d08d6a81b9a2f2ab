import { expect, test } from 'vitest'
import { minutes } from '../../../shared/time/time.ts'
import { aDoorWithPage } from '../../support/a-door-with-page.ts'
import { aConfiguration, aDoor } from '../../support/a-door.ts'
import { ghost } from '../../support/a-ghost.ts'
import { aBooking, at } from '../../support/builders.ts'
import { createMemoryCalendar } from '../../support/memory/memory-calendar.ts'

const review = aBooking('10:00', '11:00')
const { organizer: _, ...secret } = aBooking('12:00', '13:00')

function aCalendar() {
  const calendar = createMemoryCalendar(review, secret)
  calendar.titles.set(review.id, 'Budget review')
  calendar.titles.set(secret.id, 'Salary talk')
  return calendar
}

test('titles come with the schedule, but for private bookings: those are not even asked for', async () => {
  const calendar = aCalendar()
  const { shown } = await aDoor('10:30', { calendar })
  expect(shown.at(-1)?.bookings.map(({ title }) => title)).toEqual(['Budget review', undefined])
  expect(shown.at(-1)?.occupancy).toMatchObject({ booking: { title: 'Budget review' } })
  expect(JSON.stringify(shown)).not.toContain('Salary talk')
  expect(calendar.titlesAsked).toEqual([[review.id]])
})

test('if IT hides titles the panel asks for none', async () => {
  const calendar = aCalendar()
  const configuration = aConfiguration({ privacy: { showTitle: false } })
  const { clock, shown } = await aDoor('10:30', { calendar, configuration })
  await clock.advance(minutes(30))
  expect(calendar.titlesAsked).toEqual([])
  expect(JSON.stringify(shown)).not.toContain('Budget review')
})

test('a title that never comes delays no other work', async () => {
  const calendar = Object.assign(aCalendar(), { readTitles: () => new Promise<never>(() => undefined) })
  const { clock, shown, panel } = await aDoor('10:30', { calendar })
  expect(shown.at(-1)).toMatchObject({ occupancy: { kind: 'inUse' }, connection: { kind: 'live' } })
  await clock.advance(minutes(30))
  expect(shown.at(-1)).toMatchObject({ occupancy: { kind: 'free' }, connection: { kind: 'live' } })
  await panel.touch()
  expect(panel.current().connection).toEqual({ kind: 'live', readAt: at('11:00') })
})

test('a meeting that is renamed in its grace is the same booking: its release comes a grace after the touch', async () => {
  const calendar = createMemoryCalendar(ghost)
  calendar.titles.set(ghost.id, 'Budget review')
  const { until, shown, panel } = await aDoorWithPage('09:50', { calendar })
  await until('10:05')
  calendar.titles.set(ghost.id, 'Budget review, second try')
  await panel.touch()
  await until('10:14:59')
  expect(shown.at(-1)?.occupancy).toMatchObject({
    booking: { id: ghost.id, title: 'Budget review, second try' },
    releaseAt: at('10:15'),
  })
  expect(calendar.replies).toEqual([])
  await until('10:15:04')
  expect(calendar.replies).toEqual([ghost.id])
})

test('a meeting that is renamed after a check-in stays checked in', async () => {
  const calendar = createMemoryCalendar(ghost)
  const { until, panel, occupancy, content } = await aDoorWithPage('09:56', { calendar })
  await panel.checkIn(ghost.id)
  calendar.titles.set(ghost.id, 'Another one')
  await until('10:30')
  expect(occupancy()).toBe('inUse')
  expect(calendar.replies).toEqual([])
  expect(JSON.stringify(content())).not.toContain('Another one')
})
