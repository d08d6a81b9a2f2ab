import { expect, test } from 'vitest'
import type { Action } from '../../../shared/action/action.ts'
import { lastWordEnds, spokenOf } from '../../../shared/action/last-word.ts'
import type { Booking } from '../../../shared/booking/booking.ts'
import {
  asked,
  checkInAction,
  endAction,
  releaseAction,
  sent,
  settled,
  verdictAction,
} from '../../support/actions.ts'
import { ghost } from '../../support/a-ghost.ts'
import { aPanel, at } from '../../support/builders.ts'

/** The reading of 10:09 has the booking. */
const { reading } = aPanel([ghost], at('10:09'))
const settledAs = <Outcome>(outcome: Outcome) => settled(outcome, at('10:10'))
const spokenAt = (action: Action, time: string, read = reading) => spokenOf([action], read, at(time)).length

test.each<[string, Action, string]>([
  ['a check-in', checkInAction(ghost, settledAs({ kind: 'done' })), '10:10:03'],
  [
    'a check-in that was not stored',
    checkInAction(ghost, settledAs({ kind: 'refused', reason: 'notStored' })),
    '10:10:30',
  ],
  ['a release', releaseAction(ghost, settledAs({ kind: 'released' })), '10:12'],
  ['a release in doubt', releaseAction(ghost, settledAs({ kind: 'uncertain' })), '10:11'],
  ['an end', endAction(ghost, settledAs({ kind: 'done' })), '10:10:10'],
  [
    'an end that was refused',
    endAction(ghost, settledAs({ kind: 'refused', reason: 'meetingOver' })),
    '10:10:30',
  ],
])('the word about %s stays for its time', (_what, action, until) => {
  expect(spokenAt(action, '10:10')).toBe(1)
  expect(spokenAt(action, until)).toBe(0)
  expect(lastWordEnds(action)).toBe(at(until))
})

test.each([{ kind: 'observed' } as const, { kind: 'kept', because: 'replyRefused' } as const])(
  'that a booking is %o is no news at the door',
  (outcome) => expect(spokenAt(releaseAction(ghost, settledAs(outcome)), '10:10')).toBe(0),
)

test.each([
  ['done', { kind: 'done' }],
  ['in doubt', { kind: 'uncertain' }],
] as const)('the word about a verdict that is %s stays as long as the menu', (_what, outcome) => {
  const verdict = verdictAction(ghost, 'decline', settledAs(outcome))
  expect(spokenAt(verdict, '16:00', aPanel([], at('15:59')).reading)).toBe(1)
})

test('an action that is under way is spoken of as long as it takes', () => {
  const actions = [checkInAction(ghost, asked), releaseAction(ghost, sent), endAction(ghost, asked)]
  expect(spokenOf(actions, reading, at('12:00'))).toEqual(actions)
  for (const action of actions) expect(lastWordEnds(action)).toBeUndefined()
})

const doubtfulRelease = releaseAction(ghost, settledAs({ kind: 'uncertain' }))
const doubtfulEnd = endAction(ghost, settledAs({ kind: 'uncertain' }))
const doneRelease = releaseAction(ghost, settledAs({ kind: 'released' }))
const doneEnd = endAction(ghost, settledAs({ kind: 'done' }))

test.each<[string, Action, readonly Booking[], string, boolean]>([
  [
    'about a doubtful release stays when a reading of that very ms lacks it',
    doubtfulRelease,
    [],
    '10:10',
    true,
  ],
  ['about a doubtful end, too', doubtfulEnd, [], '10:10', true],
  ['about a doubtful release goes by a later reading', doubtfulRelease, [], '10:10:01', false],
  ['about a doubtful release stays while readings have it', doubtfulRelease, [ghost], '10:10:01', true],
  ['about a doubtful end goes by a later reading', doubtfulEnd, [], '10:10:01', false],
  ['about a doubtful end stays while readings have it', doubtfulEnd, [ghost], '10:10:01', true],
  ['about a release stays though it is gone', doneRelease, [], '10:10:01', true],
  ['about an end stays though it is gone', doneEnd, [], '10:10:01', true],
])('the word %s', (_what, action, bookings, readAt, stays) => {
  expect(spokenAt(action, '10:10:02', aPanel(bookings, at(readAt)).reading)).toBe(stays ? 1 : 0)
})

test('a doubt stays while nothing is read', () => {
  expect(spokenAt(doubtfulEnd, '10:10:02', { asking: true })).toBe(1)
})

test('an end that is under way is not settled by a reading', () => {
  expect(spokenAt(endAction(ghost, sent), '10:11:02', aPanel([], at('10:11')).reading)).toBe(1)
})
