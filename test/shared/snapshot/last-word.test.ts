import { expect, test } from 'vitest'
import type { Booking } from '../../../shared/booking/booking.ts'
import type { PanelEvent } from '../../../shared/panel/panel-event.ts'
import { evolve, type Panel } from '../../../shared/panel/panel.ts'
import { checkInEnds, endEnds, lastWordsAt, releaseEnds } from '../../../shared/snapshot/last-word.ts'
import { aCheckIn, ghost } from '../../support/a-ghost.ts'
import { aPanel, at } from '../../support/builders.ts'

const panelAfter = (...events: readonly PanelEvent[]) => events.reduce(evolve, aPanel([ghost], at('10:09')))

const ends = { checkingIn: checkInEnds, releasing: releaseEnds, ending: endEnds }
const about = { booking: ghost.id, at: at('10:10') }
const release = { kind: 'releaseSettled', booking: ghost, at: at('10:10') } as const

test.each<[string, 'checkingIn' | 'releasing' | 'ending', PanelEvent, string]>([
  ['a check-in', 'checkingIn', { kind: 'checkInSettled', ...about, outcome: { kind: 'done' } }, '10:10:03'],
  [
    'a check-in that was not stored',
    'checkingIn',
    { kind: 'checkInSettled', ...about, outcome: { kind: 'refused', reason: 'notStored' } },
    '10:10:30',
  ],
  ['a release', 'releasing', { ...release, outcome: { kind: 'released' } }, '10:12'],
  ['a release in doubt', 'releasing', { ...release, outcome: { kind: 'uncertain' } }, '10:11'],
  ['an end', 'ending', { kind: 'endingSettled', ...about, outcome: { kind: 'done' } }, '10:10:10'],
  [
    'an end that was refused',
    'ending',
    { kind: 'endingSettled', ...about, outcome: { kind: 'refused', reason: 'meetingOver' } },
    '10:10:30',
  ],
])('the word about %s stays for its time', (_what, which, event, until) => {
  const panel = panelAfter(event)
  expect(lastWordsAt(panel, at('10:10'))[which].kind).toBe('settled')
  expect(lastWordsAt(panel, at(until))[which].kind).toBe('none')
  expect(ends[which](panel)).toBe(at(until))
})

test.each([{ kind: 'observed' } as const, { kind: 'kept', because: 'replyRefused' } as const])(
  'that a booking is %o is no news at the door',
  (outcome) => {
    expect(lastWordsAt(panelAfter({ ...release, outcome }), at('10:10')).releasing).toEqual({ kind: 'none' })
  },
)

test('a later reading without the booking takes the doubt about its release away', () => {
  const doubtful = panelAfter({ ...release, outcome: { kind: 'uncertain' } })
  const read = (bookings: readonly Booking[]): Panel => ({
    ...doubtful,
    reading: aPanel(bookings, at('10:10:10')).reading,
  })
  expect(lastWordsAt(read([ghost]), at('10:10:12')).releasing.kind).toBe('settled')
  expect(lastWordsAt(read([]), at('10:10:12')).releasing.kind).toBe('none')
})

test('an action under way is shown as long as it takes', () => {
  const panel = panelAfter(
    { kind: 'checkInTapped', checkIn: aCheckIn },
    { kind: 'releaseBegun', booking: ghost.id },
    { kind: 'endingBegun', booking: ghost.id },
  )
  expect(lastWordsAt(panel, at('12:00'))).toEqual({
    checkingIn: { kind: 'checkingIn', booking: ghost.id },
    releasing: { kind: 'releasing', booking: ghost.id, isSent: false },
    ending: { kind: 'ending', booking: ghost.id },
  })
})

const doubtfulRelease: PanelEvent = { ...release, outcome: { kind: 'uncertain' } }
const doubtfulEnd: PanelEvent = { kind: 'endingSettled', ...about, outcome: { kind: 'uncertain' } }
const doneRelease: PanelEvent = { ...release, outcome: { kind: 'released' } }
const doneEnd: PanelEvent = { kind: 'endingSettled', ...about, outcome: { kind: 'done' } }

test.each<[string, PanelEvent, readonly Booking[], string, boolean]>([
  [
    'about a doubtful release stays when a reading of that very ms lacks it',
    doubtfulRelease,
    [],
    '10:10',
    true,
  ],
  ['about a doubtful end, too', doubtfulEnd, [], '10:10', true],
  ['about a doubtful release goes by a later reading', doubtfulRelease, [], '10:10:01', false],
  ['about a doubtful end goes by a later reading', doubtfulEnd, [], '10:10:01', false],
  ['about a doubtful end stays while readings have it', doubtfulEnd, [ghost], '10:10:01', true],
  ['about a release stays though it is gone', doneRelease, [], '10:10:01', true],
  ['about an end stays though it is gone', doneEnd, [], '10:10:01', true],
])('the word %s', (_what, event, bookings, readAt, stays) => {
  const panel = { ...panelAfter(event), reading: aPanel(bookings, at(readAt)).reading }
  const { releasing, ending } = lastWordsAt(panel, at('10:10:02'))
  expect([releasing.kind, ending.kind].includes('settled')).toBe(stays)
})

test('a doubt stays while no reading is made', () => {
  const panel: Panel = { ...panelAfter(doubtfulEnd), reading: { asking: true } }
  expect(lastWordsAt(panel, at('10:10:02')).ending.kind).toBe('settled')
})

test('an end that is under way is not settled by a reading', () => {
  const panel = {
    ...panelAfter({ kind: 'endingBegun', booking: ghost.id }),
    reading: aPanel([], at('10:11')).reading,
  }
  expect(lastWordsAt(panel, at('10:11:02')).ending.kind).toBe('ending')
})
