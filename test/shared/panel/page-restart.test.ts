import { expect, test } from 'vitest'
import { mayRestartPage } from '../../../shared/panel/page-restart.ts'
import type { Panel } from '../../../shared/panel/panel.ts'
import type { PanelRules } from '../../../shared/snapshot/panel-rules.ts'
import { hours } from '../../../shared/time/time.ts'
import { aBooking, aPanel, at, auto, someRules } from '../../support/builders.ts'
import { asked, checkInAction, endAction, releaseAction } from '../../support/actions.ts'

const night: PanelRules = { ...someRules, policy: auto, isRestartHour: true }
const booking = aBooking('03:00', '04:00')
const panel = aPanel([booking], at('00:00'))

test.each<[string, string, Partial<PanelRules>, Partial<Panel>, number, boolean]>([
  ['at night, with nothing near', '02:00', {}, {}, 14, true],
  ['by day, or when IT does not want it', '02:00', { isRestartHour: false }, {}, 14, false],
  ['when it began in this night', '02:00', {}, {}, 13.9, false],
  ['a quarter of an hour before a check-in opens', '02:40', {}, {}, 14, false],
  ['right before that', '02:39:59', {}, {}, 14, true],
  ['while a meeting runs', '03:30', {}, {}, 14, false],
  ['when it is over', '04:00', {}, {}, 14, true],
  ['of a room that nobody has read yet', '02:00', {}, { reading: { asking: true } }, 14, true],
  [
    'while an administrator is let in',
    '02:00',
    {},
    { admin: { kind: 'asked', pad: { kind: 'looking' } } },
    14,
    false,
  ],
  ['while a meeting is being ended', '04:00', {}, { actions: [endAction(booking, asked)] }, 14, false],
  ['while a check-in is being stored', '04:00', {}, { actions: [checkInAction(booking, asked)] }, 14, false],
  ['while a room is being given back', '04:00', {}, { actions: [releaseAction(booking, asked)] }, 14, false],
])('the page %s', (_when, time, rules, known, age, may) => {
  expect(mayRestartPage({ ...panel, ...known }, at(time), { ...night, ...rules }, hours(age))).toBe(may)
})
