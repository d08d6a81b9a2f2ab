import { expect, test } from 'vitest'
import type { PanelEvent } from '../../../shared/panel/panel-event.ts'
import { evolve } from '../../../shared/panel/panel.ts'
import { snapshotOf } from '../../../shared/snapshot/snapshot-of.ts'
import { days, minutes, plus } from '../../../shared/time/time.ts'
import { aGhostPanel, ghost } from '../../support/a-ghost.ts'
import { aBooking, aPanel, at, auto, someRules, aWindow } from '../../support/builders.ts'
import { asked, endAction, releaseAction, sent, settled } from '../../support/actions.ts'

const booking = aBooking('10:00', '10:30')
const { organizer: _, ...unowned } = aBooking('11:00', '11:30')

test('shows today and tomorrow only', () => {
  const moved = (by: number) => ({ ...booking, start: plus(booking.start, by), end: plus(booking.end, by) })
  const all = [moved(-days(1)), booking, moved(days(1)), moved(days(2))]
  expect(snapshotOf(aPanel(all, at('09:00')), at('09:00'), someRules).bookings).toEqual([booking, all[2]])
})

test('hides who booked where IT wants it so, and keeps private bookings apart', () => {
  const panel = aPanel([booking, unowned], at('10:00'))
  const snapshot = snapshotOf(panel, at('10:00'), { ...someRules, showOrganizer: false })
  expect(snapshot.bookings.map(({ organizer }) => organizer)).toEqual([{}, undefined])
  expect(JSON.stringify(snapshot)).not.toContain('Lin Xiaoyu')
})

test.each([
  ['a booking', booking, {}, 'Budget review'],
  ['a booking of nobody who is named', booking, { showOrganizer: false }, 'Budget review'],
  ['a booking where IT hides titles', booking, { showTitle: false }, undefined],
  ['a private booking', unowned, {}, undefined],
])('the title of %s', (_, one, privacy, title) => {
  const panel = evolve(aPanel([one], at('09:00')), {
    kind: 'titlesRead',
    titles: new Map([[one.id, 'Budget review']]),
  })
  expect(snapshotOf(panel, at('09:00'), { ...someRules, ...privacy }).bookings[0]?.title).toBe(title)
  expect(panel.reading.schedule?.bookings).toEqual([one])
})

const settledAs = (kind: 'done' | 'uncertain'): PanelEvent => ({
  kind: 'action',
  action: endAction(booking, settled({ kind }, at('10:10'))),
})

test.each([
  ['done', '10:10:09', 1],
  ['done', '10:10:10', 0],
  ['uncertain', '10:10:59', 1],
  ['uncertain', '10:11', 0],
] as const)('after an end that is %s the screen at %s has %s word', (outcome, time, count) => {
  const panel = evolve(aPanel([booking], at('10:09')), settledAs(outcome))
  expect(snapshotOf(panel, at(time), someRules).actions).toHaveLength(count)
})

test('a doubt about an end goes when a later reading no longer has the meeting', () => {
  const doubt = evolve(aPanel([booking], at('10:09')), settledAs('uncertain'))
  const read = evolve(doubt, {
    kind: 'scheduleRead',
    schedule: { bookings: [], readAt: at('10:10:10'), window: aWindow },
  })
  expect(snapshotOf(read, at('10:10:11'), someRules).actions).toEqual([])
})

test('a reading that is too old proves no state', () => {
  const panel = aPanel([], at('09:00'))
  const overdue = plus(at('09:00'), someRules.interval + minutes(1))
  expect(snapshotOf(panel, overdue, someRules).occupancy.kind).toBe('free')
  expect(snapshotOf(panel, plus(overdue, 1), someRules).occupancy.kind).toBe('unknown')
})

test('the door asks for no check-in to a booking whose release is on its way', () => {
  const begun = evolve(aGhostPanel(), { kind: 'action', action: releaseAction(ghost, asked) })
  const gone = evolve(begun, { kind: 'action', action: releaseAction(ghost, sent) })
  const [before, after] = [begun, gone].map((panel) =>
    snapshotOf(panel, at('10:10'), { ...someRules, policy: auto }).checkIns.map(({ id }) => id),
  )
  expect(before).toEqual([ghost.id])
  expect(after).toEqual([])
})

test.each(['', '   ', '\u200b\u200d', '\u3000', '\u2060\ufe0f'])(
  'takes %j for no title, and for no name',
  (text) => {
    const blank = { ...booking, organizer: { name: text } }
    const panel = evolve(aPanel([blank], at('09:00')), {
      kind: 'titlesRead',
      titles: new Map([[blank.id, text]]),
    })
    const [shown] = snapshotOf(panel, at('09:00'), someRules).bookings
    expect(shown).toMatchObject({ organizer: {} })
    expect(shown?.title).toBeUndefined()
  },
)
