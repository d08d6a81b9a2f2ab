import { expect, test } from 'vitest'
import { checkInTo } from '../../../shared/check-in/check-in.ts'
import { updateWindowAt, updateWindowLength, recentTouchMs } from '../../../shared/panel/update-window.ts'
import type { Panel } from '../../../shared/panel/panel.ts'
import type { PanelRules } from '../../../shared/snapshot/panel-rules.ts'
import { hours, plus } from '../../../shared/time/time.ts'
import { aBooking, aPanel, at, auto, someRules, midnight, observe, off } from '../../support/builders.ts'
import { asked, checkInAction, endAction, releaseAction } from '../../support/actions.ts'

const long = hours(1)
/** The office is open from 8 to 20. */
const rulesAt = (time: string, policy = auto): PanelRules => {
  const isOpen = time >= '08:00' && time < '20:00'
  const intervalEnds = isOpen ? at('20:00') : time < '08:00' ? at('08:00') : plus(midnight, hours(24))
  return { ...someRules, policy, isOpen, intervalEnds }
}
const free = (time: string): Panel => aPanel([aBooking('10:00', '11:00')], at(time))

test.each([
  ['at night', '03:00', 'outOfHours'],
  ['as long before the office opens as an update may take', '07:45', 'outOfHours'],
  ['when the office is about to open', '07:46', 'betweenMeetings'],
  ['in office hours with nothing near', '09:00', 'betweenMeetings'],
  ['as long before check-in opens as an update may take', '09:40', 'betweenMeetings'],
  ['when check-in opens sooner', '09:41', undefined],
  ['while check-in is open', '09:57', undefined],
  ['in the grace', '10:05', undefined],
  ['in the meeting', '10:30', undefined],
  ['right after it', '11:00', 'betweenMeetings'],
  ['in the evening', '20:00', 'outOfHours'],
])('%s, at %s: %s', (_when, time, calm) => {
  expect(updateWindowAt(free(time), at(time), rulesAt(time), long)).toBe(calm)
})

test.each([
  ['observed', observe],
  ['where nobody is asked to check in', off],
])('a meeting needs the door also %s, and at night', (_how, policy) => {
  const panel = aPanel([aBooking('22:00', '23:00')], at('22:30'))
  expect(updateWindowAt(panel, at('22:30'), rulesAt('22:30', policy), long)).toBeUndefined()
  expect(updateWindowAt(panel, at('21:41'), rulesAt('21:41', policy), long)).toBeUndefined()
})

const night = free('03:00')
const booking = aBooking('10:00', '11:00')
const knocking: Panel = { ...night, admin: { kind: 'asked', pad: { kind: 'looking' } } }

test.each<[string, Panel]>([
  ['what is known is old', aPanel([], at('02:00'))],
  ['the calendar can’t be read', { ...night, reading: { asking: false } }],
  ['an administrator is at the door', knocking],
  ['a check-in never got to the disk', { ...night, unsaved: [checkInTo(booking, at('02:50'))] }],
  ['a check-in is on its way there', { ...night, actions: [checkInAction(booking, asked)] }],
  ['a meeting is being ended', { ...night, actions: [endAction(booking, asked)] }],
  ['a booking is being released', { ...night, actions: [releaseAction(booking, asked)] }],
])('not at night either when %s', (_why, panel) => {
  expect(updateWindowAt(panel, at('03:00'), rulesAt('03:00'), long)).toBeUndefined()
})

test('a visitor who has just touched the door may still be there', () => {
  expect(updateWindowAt(night, at('03:00'), rulesAt('03:00'), recentTouchMs - 1)).toBeUndefined()
  expect(updateWindowAt(night, at('03:00'), rulesAt('03:00'), recentTouchMs)).toBe('outOfHours')
})

test('a door that is not set up, or out of service for long enough, is not needed', () => {
  const notSetUp: Panel = {
    ...night,
    setUp: { kind: 'notSetUp', problem: { kind: 'secretMissing', appId: 'cli_1' } },
  }
  const closedUntil = (until: number): Panel => ({
    ...night,
    room: { outOfService: { until: plus(at('03:00'), until) } },
  })
  expect(updateWindowAt(notSetUp, at('03:00'), rulesAt('03:00'), long)).toBe('outOfHours')
  expect(updateWindowAt(closedUntil(updateWindowLength), at('03:00'), rulesAt('03:00'), long)).toBe(
    'outOfHours',
  )
  expect(
    updateWindowAt(closedUntil(updateWindowLength - 1), at('03:00'), rulesAt('03:00'), long),
  ).toBeUndefined()
})
