import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reservationAfter, type ReservationEvent } from '../../../shared/reserving/evolve-reservation.ts'
import { nextStep, type Step } from '../../../shared/reserving/next-step.ts'
import {
  isOpen,
  type Reservation,
  reservationIdOf,
  type ReservationState,
} from '../../../shared/reserving/reservation.ts'
import { minutes, plus, seconds } from '../../../shared/time/time.ts'
import { at } from '../../support/builders.ts'

const entry = { name: 'calendar event', meeting: 'uid' }
const tap = at('10:00')
const asked: Reservation = {
  id: reservationIdOf('one'),
  room: 'omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9',
  wish: 'now',
  at: tap,
  start: tap,
  end: at('10:15'),
  state: { kind: 'asked', times: 1 },
}
const inState = (state: ReservationState): Reservation => ({ ...asked, state })
const waiting = inState({ kind: 'waiting', entry, since: tap, tries: 0 })
const cleaning = inState({ kind: 'cleaning', entry, because: 'declined', at: tap, tries: 0 })

const after = (reservation: Reservation, ...events: readonly ReservationEvent[]) =>
  events.reduce((known, event) => reservationAfter(known, event, tap), reservation).state

test.each<readonly [string, readonly ReservationEvent[], Partial<ReservationState>]>([
  [
    'made, asked, proven',
    [{ kind: 'made', entry }, { kind: 'roomAsked' }, { kind: 'proven' }],
    { kind: 'booked', entry },
  ],
  ['refused', [{ kind: 'refused', because: 'scopeMissing' }], { kind: 'gone', because: 'scopeMissing' }],
  ['an answer that is lost once', [{ kind: 'askedAgain' }, { kind: 'made', entry }], { kind: 'made' }],
  ['answers that are lost twice', [{ kind: 'askedAgain' }, { kind: 'lost' }], { kind: 'lost' }],
  ['lost and found', [{ kind: 'lost' }, { kind: 'made', entry }], { kind: 'made' }],
  ['lost and never made', [{ kind: 'lost' }, { kind: 'neverMade' }], { kind: 'gone' }],
  ['a start that has passed', [{ kind: 'startMoved', start: at('10:01') }], { kind: 'asked', times: 1 }],
  [
    'given up before a request left',
    [{ kind: 'givenUp', because: 'interrupted' }],
    { kind: 'gone', because: 'interrupted' },
  ],
  [
    'given up after a request that may have arrived',
    [{ kind: 'askedAgain' }, { kind: 'givenUp', because: 'interrupted' }],
    { kind: 'lost' },
  ],
  ['killed after it was asked', [{ kind: 'interrupted' }], { kind: 'lost' }],
  ['killed after it was made', [{ kind: 'made', entry }, { kind: 'interrupted' }], { kind: 'waiting' }],
  [
    'in doubt, found, and taken out',
    [{ kind: 'lost' }, { kind: 'doubted' }, { kind: 'made', entry }, { kind: 'removed' }],
    { kind: 'gone' },
  ],
  [
    'looked for in vain, and found in the end',
    [{ kind: 'lost' }, { kind: 'doubted' }, { kind: 'tried' }, { kind: 'made', entry }],
    { kind: 'uncertain', tries: 0 },
  ],
  [
    'in doubt, and never made',
    [{ kind: 'lost' }, { kind: 'doubted' }, { kind: 'neverMade' }],
    { kind: 'gone' },
  ],
  [
    'declined, and taken out',
    [
      { kind: 'made', entry },
      { kind: 'roomAsked' },
      { kind: 'givenUp', because: 'declined' },
      { kind: 'removed' },
    ],
    { kind: 'gone', because: 'declined' },
  ],
  [
    'in doubt, and taken out in the end',
    [
      { kind: 'made', entry },
      { kind: 'givenUp', because: 'unanswered' },
      { kind: 'doubted' },
      { kind: 'removed' },
    ],
    { kind: 'gone', because: 'unanswered' },
  ],
])('%s', (_, events, state) => expect(after(asked, ...events)).toMatchObject(state))

test('what is booked has the time that the schedule says, also if it was made before it was asked for a later start', () => {
  const moved = { ...waiting, start: at('10:01') }
  const booked = { start: at('10:00'), end: at('10:15') }
  expect(reservationAfter(moved, { kind: 'proven', booked }, tap)).toMatchObject(booked)
})

test('what is booked or gone stays so', () => {
  for (const state of [
    { kind: 'booked', entry, at: tap },
    { kind: 'gone', because: 'declined', at: tap },
  ] as const)
    for (const kind of ['proven', 'removed', 'interrupted', 'lost', 'doubted'] as const)
      expect(reservationAfter(inState(state), { kind }, tap)).toMatchObject({ state })
})

test.each<readonly [string, Reservation, number, Step | undefined]>([
  ['asks for it at once', asked, 0, { kind: 'make', at: tap }],
  ['does not ask for it any more', asked, seconds(20), { kind: 'giveUp', at: plus(tap, seconds(20)) }],
  ['looks for what was lost', inState({ kind: 'lost', tries: 0 }), 0, { kind: 'find', at: tap }],
  [
    'asks the room while somebody waits',
    inState({ kind: 'made', entry }),
    seconds(19),
    { kind: 'askRoom', at: plus(tap, seconds(19)) },
  ],
  [
    'does not ask it for somebody who has gone',
    inState({ kind: 'made', entry }),
    seconds(20),
    { kind: 'giveUp', at: plus(tap, seconds(20)) },
  ],
  ['looks for the answer soon', waiting, 0, { kind: 'look', at: plus(tap, 700) }],
  [
    'gives up after the last look',
    inState({ kind: 'waiting', entry, since: tap, tries: 7 }),
    seconds(16),
    { kind: 'giveUp', at: plus(tap, seconds(16)) },
  ],
  [
    'gives up what is not proven in a minute',
    inState({ kind: 'waiting', entry, since: tap, tries: 1 }),
    seconds(60),
    { kind: 'giveUp', at: plus(tap, seconds(60)) },
  ],
  [
    'looks on when a later panel takes it up, for the room may have accepted',
    inState({ kind: 'waiting', entry, since: plus(tap, minutes(60)), tries: 1 }),
    minutes(60),
    { kind: 'look', at: plus(tap, minutes(60) + 1500) },
  ],
  [
    'looks once more after a sleep, for the room may have accepted',
    waiting,
    minutes(10),
    { kind: 'look', at: plus(tap, 700) },
  ],
  ['takes out at once', cleaning, 0, { kind: 'remove', at: tap }],
  [
    'doubts after a minute',
    inState({ kind: 'cleaning', entry, because: 'declined', at: tap, tries: 6 }),
    seconds(41),
    { kind: 'doubt', at: plus(tap, seconds(60)) },
  ],
  [
    'sweeps each minute',
    inState({ kind: 'uncertain', entry, because: 'declined', at: tap, tries: 2 }),
    0,
    { kind: 'remove', at: plus(tap, minutes(1)) },
  ],
  [
    'sweeps less often what the calendar keeps',
    inState({ kind: 'uncertain', entry, because: 'declined', at: tap, tries: 5 }),
    0,
    { kind: 'remove', at: plus(tap, minutes(5)) },
  ],
  [
    'doubts what the calendar does not say in a minute',
    inState({ kind: 'lost', tries: 6 }),
    seconds(61),
    { kind: 'doubt', at: plus(tap, seconds(61)) },
  ],
  [
    'looks on for what may be there',
    inState({ kind: 'uncertain', because: 'unreachable', at: tap, tries: 0 }),
    0,
    { kind: 'find', at: plus(tap, minutes(1)) },
  ],
  [
    'looks for the answer soon by a clock that was put back',
    waiting,
    -minutes(10),
    { kind: 'look', at: plus(tap, 700 - minutes(10)) },
  ],
  [
    'takes out at once by a clock that was put back',
    cleaning,
    -minutes(10),
    { kind: 'remove', at: plus(tap, -minutes(10)) },
  ],
  ['has nothing to do for what is booked', inState({ kind: 'booked', entry, at: tap }), 0, undefined],
])('%s', (_, reservation, ms, step) => expect(nextStep(reservation, plus(tap, ms))).toEqual(step))

/** What may become of each step, whatever the network and the calendar do. */
const outcomes: Readonly<Record<Step['kind'], readonly ReservationEvent[]>> = {
  make: [
    { kind: 'made', entry },
    { kind: 'refused', because: 'unexpected' },
    { kind: 'askedAgain' },
    { kind: 'interrupted' },
  ],
  find: [{ kind: 'made', entry }, { kind: 'tried' }, { kind: 'interrupted' }],
  askRoom: [{ kind: 'roomAsked' }, { kind: 'givenUp', because: 'unexpected' }, { kind: 'interrupted' }],
  look: [
    { kind: 'proven' },
    { kind: 'givenUp', because: 'declined' },
    { kind: 'tried' },
    { kind: 'interrupted' },
  ],
  giveUp: [{ kind: 'givenUp', because: 'unanswered' }],
  remove: [{ kind: 'removed' }, { kind: 'tried' }, { kind: 'interrupted' }],
  doubt: [{ kind: 'doubted' }],
}

/** Law 2 of booking: an hour of anything, and then a calendar that works. */
test('ends booked or gone, whatever happens on the way', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 40 }), (choices) => {
      let [reservation, now] = [asked, tap]
      for (const choice of choices) {
        const step = nextStep(reservation, now)
        if (step === undefined) break
        now = step.at > now ? step.at : now
        const possible = outcomes[step.kind]
        const event = possible[choice % possible.length]
        if (event !== undefined) reservation = reservationAfter(reservation, event, now)
        if (isOpen(reservation)) expect(now - tap).toBeLessThanOrEqual(minutes(60))
      }
      for (let steps = 0; steps < 20; steps++) {
        const step = nextStep(reservation, now)
        if (step === undefined) break
        now = step.at > now ? step.at : now
        const [good] = outcomes[step.kind]
        if (good !== undefined) reservation = reservationAfter(reservation, good, now)
      }
      expect(['booked', 'gone']).toContain(reservation.state.kind)
    }),
  )
})
