import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Vote } from '../../../shared/line/asks.ts'
import {
  type ReleaseRound,
  resultOf,
  roundAfter,
  type RoundEvent,
  votesServeFor,
} from '../../../shared/line/release-round.ts'
import { bookingIdOf } from '../../../shared/booking/booking.ts'
import { seconds } from '../../../shared/time/time.ts'

const begun = (...doors: readonly string[]): ReleaseRound => ({
  order: 'order-1',
  booking: bookingIdOf('b/0/1'),
  doors,
  askedAt: 0,
  votes: new Map(),
})
const yes: Vote = { says: 'release' }
const no: Vote = { says: 'keep', because: 'touched' }
const vote = (door: string, said: Vote, order = 'order-1'): RoundEvent => ({
  kind: 'vote',
  door,
  order,
  vote: said,
})
const unasked: RoundEvent = { kind: 'vote', door: 'a', order: undefined, vote: yes }
const tap = (door: string): RoundEvent => ({ kind: 'tapped', door })
const none = () => false

const silent = { kind: 'kept', why: 'silent' }
const kept = { kind: 'kept', why: 'no', because: 'touched' }
const tapped = { kind: 'kept', why: 'no', because: 'checkedIn' }
const waiting = { kind: 'waiting' }
const agreed = { kind: 'agreed' }

test.each<[string, readonly string[], readonly RoundEvent[], number, object]>([
  ['the only door agrees', ['a'], [vote('a', yes)], 0, agreed],
  ['both agree', ['a', 'b'], [vote('a', yes), vote('b', yes)], seconds(10), agreed],
  ['both agreed too long ago', ['a', 'b'], [vote('a', yes), vote('b', yes)], seconds(10) + 1, silent],
  ['one has not answered yet', ['a', 'b'], [vote('a', yes)], seconds(2), waiting],
  ['one stays silent', ['a', 'b'], [vote('a', yes)], seconds(11), silent],
  ['one says no', ['a', 'b'], [vote('a', yes), vote('b', no)], 0, kept],
  ['one says no before the other has answered', ['a', 'b'], [vote('b', no)], 0, kept],
  ['a yes follows a no', ['a'], [vote('a', no), vote('a', yes)], 0, kept],
  ['somebody taps after the vote', ['a', 'b'], [vote('a', yes), vote('b', yes), tap('b')], 0, tapped],
  ['somebody taps at a door that was not asked', ['a'], [vote('a', yes), tap('z')], 0, tapped],
  ['a vote of an earlier question comes late', ['a'], [vote('a', yes, 'order-0')], 0, waiting],
  ['a vote answers no question', ['a'], [unasked], 0, waiting],
  ['another room’s door votes', ['a'], [vote('z', yes)], 0, waiting],
  ['a vote comes twice', ['a', 'b'], [vote('a', yes), vote('a', yes)], 0, waiting],
  ['the room has no door', [], [], 0, { kind: 'kept', why: 'noDoors' }],
])('%s', (_what, doors, events, elapsed, result) => {
  const round = events.reduce(roundAfter, begun(...doors))
  expect(resultOf(round, elapsed, none)).toEqual(result)
})

test('the yes of a cloned door is nobody’s', () => {
  const round = [vote('a', yes), vote('b', yes)].reduce(roundAfter, begun('a', 'b'))
  expect(resultOf(round, 0, (door) => door === 'b')).toEqual({ kind: 'kept', why: 'cloned' })
})

const doors = ['a', 'b', 'c'] as const
const events = fc.array(
  fc.oneof(
    fc
      .tuple(fc.constantFrom(...doors, 'z'), fc.constantFrom(yes, no), fc.constantFrom('order-1', 'order-0'))
      .map(([door, said, order]) => vote(door, said, order)),
    fc.constantFrom(...doors).map(tap),
  ),
  { maxLength: 12 },
)

test('what is released was agreed to by every door in this very round, and by no door refused', () => {
  fc.assert(
    fc.property(
      events,
      fc.nat(votesServeFor * 2),
      fc.subarray([...doors]),
      fc.subarray([...doors], { minLength: 1 }),
      (said, elapsed, cloned, assigned) => {
        const round = said.reduce(roundAfter, begun(...assigned))
        const result = resultOf(round, elapsed, (door) => cloned.some((one) => one === door))
        if (result.kind !== 'agreed') return
        expect(elapsed).toBeLessThanOrEqual(votesServeFor)
        for (const door of assigned) {
          const own = said.filter((event) => event.door === door)
          expect(own).toContainEqual(vote(door, yes))
          expect(own).not.toContainEqual(vote(door, no))
          expect(cloned).not.toContain(door)
        }
        expect(said.some(({ kind }) => kind === 'tapped')).toBe(false)
      },
    ),
    { numRuns: 2000 },
  )
})
