// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import type { ReleaseOutcome } from '../../../shared/release/release.ts'
import { minutes, plus, seconds } from '../../../shared/time/time.ts'
import { aSnapshot, at, awaiting, critique, inUse, review, standup } from '../snapshots.ts'
import { stage } from '../stage.ts'
import { asked, releaseAction, sent, settled } from '../../support/actions.ts'

const settledAs = (outcome: ReleaseOutcome) => ({
  actions: [releaseAction(review, settled(outcome, at('10:41')))],
})

const free = (changes = {}) =>
  aSnapshot(
    { kind: 'free', until: critique.start },
    { now: at('10:41'), ...settledAs({ kind: 'released' }), ...changes },
  )

test('shows in how long the room is given back', async () => {
  const { root, find, marked } = await stage(awaiting())
  expect(root.dataset['occupancy']).toBe('awaitingCheckIn')
  expect(find('h1')?.textContent).toBe('Booked')
  expect(find('.time-line')?.textContent).toBe('released in 7 min')
  expect(find('.people-line')?.textContent).toBe('Lin Xiaoyu · until 11:30')
  expect(marked('check-in')?.textContent).toBe('Check in')
  expect(marked('end-meeting')).not.toBeNull()
})

test('shows no countdown if the room will not be given back', async () => {
  const { find } = await stage(
    aSnapshot(
      { kind: 'awaitingCheckIn', booking: review, until: review.end },
      { now: at('10:33'), checkIns: [review] },
    ),
  )
  expect(find('.time-line')?.textContent).toBe('started at 10:30')
  expect(find('.shape .left')).toBeNull()
  expect(find('.door')?.dataset['lastMinute']).toBe('false')
})

test.each([
  ['at the start', minutes(10), '10 min', '1', 'minute', false],
  ['with three minutes left', minutes(3), '3 min', '0.3', 'second', false],
  ['with two minutes left', minutes(2), '2:00', '0.2', 'second', false],
  ['right before the last minute', seconds(61), '1:01', '0.101666', 'second', false],
  ['in the last minute', seconds(60), '1:00', '0.1', 'second', true],
  ['in the last second', 1, '0:00', '0.0000016', 'second', true],
  ['when it is due', -seconds(1), '0:00', '0', 'second', true],
] as const)('runs down %s', async (_when, left, text, share, beat, isUrgent) => {
  const { find, clock } = await stage(awaiting({ now: plus(at('10:40'), -left) }))
  expect(find('.time-line')?.textContent).toBe(`released in ${text}`)
  expect(find('.shape .left')?.style.getPropertyValue('--share')).toMatch(new RegExp(`^${share}`))
  expect(clock.beat()).toBe(beat)
  expect(find('.door')?.dataset['lastMinute']).toBe(String(isUrgent))
})

test('counts by itself between two snapshots', async () => {
  const { find, advance, push, clock } = await stage(awaiting({ now: at('10:38') }))
  await advance(seconds(61))
  expect(find('.time-line')?.textContent).toBe('released in 0:59')
  await push(inUse({ revision: 2 }))
  expect(clock.beat()).toBe('minute')
})

const actions = [releaseAction(review, asked)]

test('says that it gives the room back, where the countdown was', async () => {
  const { find, marked } = await stage(awaiting({ now: at('10:40'), actions }))
  expect(find('.time-line')?.textContent).toBe('Releasing the room…')
  expect(marked('notice')).toBeNull()
})

test('can’t be ended while the release is on its way', async () => {
  const { marked, push } = await stage(awaiting({ now: at('10:40'), actions }))
  expect(marked('end-meeting')).not.toBeNull()
  await push(awaiting({ now: at('10:40'), revision: 2, actions: [releaseAction(review, sent)] }))
  expect(marked('end-meeting')).toBeNull()
})

test('goes on saying so when that screen has gone', async () => {
  const { marked } = await stage(inUse({ actions }))
  expect(marked('notice')?.textContent).toContain('Releasing the room…')
})

test('says that the room was given back, whose it was, and until when it is free', async () => {
  const { find, marked } = await stage(free({ bookings: [standup, critique] }))
  expect(find('h1')?.textContent).toBe('Free')
  expect(marked('notice')?.textContent?.trim()).toBe(
    'No one checked in, so the room was released. Free until 14:00. 10:30 · Lin Xiaoyu',
  )
})

test.each([
  ['free for the rest of the day', aSnapshot({ kind: 'free' })],
  ['free until tomorrow', aSnapshot({ kind: 'free', until: plus(at('09:00'), minutes(24 * 60)) })],
  ['about to be used', aSnapshot({ kind: 'checkInOpen', booking: critique })],
])('promises no time to a room that is %s', async (_name, snapshot) => {
  const { marked } = await stage({ ...snapshot, ...settledAs({ kind: 'released' }) })
  expect(marked('notice')?.textContent?.trim()).toMatch(/released\. +10:30 · Lin Xiaoyu$/)
})

test('says so when it is not known whether the room was given back', async () => {
  const { marked } = await stage(inUse(settledAs({ kind: 'uncertain' })))
  expect(marked('notice')?.textContent).toContain('Not confirmed yet: the room may have been released.')
  expect(marked('notice')?.textContent).not.toContain('Lin Xiaoyu')
})

test.each([{ kind: 'observed' }, { kind: 'kept', because: 'checkedIn' }] as const)(
  'says nothing of a booking that stays: %o',
  async (outcome) => {
    const { marked } = await stage(inUse(settledAs(outcome)))
    expect(marked('notice')).toBeNull()
  },
)
