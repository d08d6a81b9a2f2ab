import { expect, test } from 'vitest'
import { checkInTo, presumedIn } from '../../../shared/check-in/check-in.ts'
import { followed, isCheckedIn, joined, leftAt } from '../../../shared/check-in/presence.ts'
import { plus } from '../../../shared/time/time.ts'
import { aBooking, at, aWindow } from '../../support/builders.ts'

const by = (name: string) => ({ organizer: { name } })
const first = aBooking('10:00', '11:00', by('Ann'))
const second = aBooking('11:00', '12:00', by('Ann'))
const third = aBooking('12:05', '13:00', by('Ann'))
const later = aBooking('13:06', '14:00', by('Ann'))
const bob = aBooking('12:00', '13:00', by('Bob'))
const day = [first, second, bob, third, later]
const checkIn = checkInTo(first, at('09:58'))

const schedule = (...bookings: readonly (typeof first)[]) => ({
  bookings,
  readAt: at('10:30'),
  window: aWindow,
})

test.each([
  ['its own booking', first, true],
  ['the next one of the same organiser', second, true],
  ['the one after that, five minutes later: it is one stay', third, true],
  ['the one after a longer break', later, false],
  ['one of somebody else', bob, false],
])('a check-in counts for %s', (_which, booking, counts) => {
  expect(isCheckedIn([checkIn], booking, { bookings: day })).toBe(counts)
})

test('a stay that was never checked in to is none', () => {
  expect(isCheckedIn([checkInTo(bob, at('12:00'))], second, { bookings: [first, second] })).toBe(false)
})

test('presumed check-ins count only where they are asked for, and real ones only where they are', () => {
  const presumed = presumedIn(first, at('10:00'))
  expect(isCheckedIn([presumed], second, { bookings: day })).toBe(false)
  expect(isCheckedIn([presumed], second, { bookings: day, presumed: true })).toBe(true)
  expect(isCheckedIn([checkIn], second, { bookings: day, presumed: true })).toBe(false)
})

test('people of a booking that needs no check-in stay for the next one of their organiser', () => {
  const around = {
    bookings: [first, second],
    presumed: true,
    isOccupied: (one: typeof first) => one === first,
  }
  expect(isCheckedIn([], second, around)).toBe(true)
  expect(isCheckedIn([], bob, { ...around, bookings: day })).toBe(false)
})

const dragged = aBooking('11:00', '12:00', { meeting: first.meeting, ...by('Ann') })
const tomorrow = aBooking('34:00', '35:00', { meeting: first.meeting, ...by('Ann') })
const later10 = aBooking('10:10', '11:10', { meeting: first.meeting, ...by('Ann') })
const tomorrow10 = aBooking('34:10', '35:10', { meeting: first.meeting, ...by('Ann') })
const longAgo = aBooking('-30:00', '-29:00', { meeting: first.meeting, ...by('Ann') })

test.each<[string, readonly (typeof first)[], readonly (typeof first)[], readonly unknown[]]>([
  ['nothing changed', [first], [first], []],
  ['its booking is extended', [first], [{ ...first, end: at('11:30') }], [{ ...checkIn, end: at('11:30') }]],
  ['its meeting is dragged by its own length', [first], [dragged], [checkInTo(dragged, at('09:58'))]],
  [
    'its series is moved, and tomorrow’s instance with it',
    [first, tomorrow],
    [later10, tomorrow10],
    [checkInTo(later10, at('09:58'))],
  ],
  ['its booking is cancelled', [first, bob], [bob], []],
  ['another meeting appears as it vanishes', [first], [bob], []],
  ['a sibling was there before it vanished', [first, tomorrow], [tomorrow], []],
  ['its booking stays beside a new one of its meeting', [first], [first, dragged], []],
])('when %s', (_what, before, after, changed) => {
  expect(followed([checkIn], schedule(...before), schedule(...after))).toEqual(changed)
})

test('the first reading of a panel lengthens a check-in with its booking, and moves none', () => {
  const longer = { ...first, end: at('11:30') }
  expect(followed([checkIn], undefined, schedule(longer))).toEqual([{ ...checkIn, end: longer.end }])
  expect(followed([checkIn], undefined, schedule(dragged))).toEqual([])
})

test('a window that moves on makes no booking appear or vanish', () => {
  const old = checkInTo(longAgo, at('-30:00'))
  const before = { ...schedule(longAgo), window: { start: at('-48:00'), end: at('24:00') } }
  const after = { ...schedule(tomorrow), window: { start: at('-24:00'), end: at('48:00') } }
  expect(followed([old], before, after)).toEqual([])
})

test('a presumption is carried along as one', () => {
  const [carried] = followed([presumedIn(first, at('10:00'))], schedule(first), schedule(dragged))
  expect(carried).toEqual(presumedIn(dragged, at('10:00')))
})

test('a newer entry takes the place of the older one, but no presumption that of a check-in', () => {
  const longer = { ...checkIn, end: at('11:30') }
  expect(joined([checkIn], [longer])).toEqual([longer])
  expect(joined([presumedIn(first, at('10:00'))], [checkIn])).toEqual([checkIn])
  expect(joined([checkIn], [{ ...presumedIn(first, at('10:10')), end: at('11:30') }])).toEqual([longer])
})

test('after a meeting was ended its check-in counts for no other booking', () => {
  expect(leftAt([checkIn], first.id, at('10:40'))).toEqual([{ ...checkIn, end: at('10:40') }])
  expect(leftAt([checkIn], first.id, at('09:59'))).toEqual([{ ...checkIn, end: at('10:00') }])
  expect(leftAt([checkIn], bob.id, at('10:40'))).toEqual([])
  expect(leftAt([checkIn], first.id, at('11:40'))).toEqual([])
})

const anonymous = aBooking('11:00', '12:00', { organizer: {} })
const { organizer: _, ...privately } = aBooking('10:20', '10:40')

test.each<[string, readonly (typeof first)[], typeof first, boolean]>([
  ['bookings without a name', [aBooking('10:00', '11:00', { organizer: {} }), anonymous], anonymous, false],
  [
    'a break of just five minutes',
    [first, aBooking('11:05', '12:00', by('Ann'))],
    aBooking('11:05', '12:00', by('Ann')),
    true,
  ],
  ['a ms more', [first], { ...second, start: plus(at('11:05'), 1) }, false],
  ['two in a row, with a private one beside', [first, privately, second, third], third, true],
  [
    'a short one within a long one',
    [first, aBooking('10:10', '10:20', by('Ann')), second, third],
    third,
    true,
  ],
  ['a beginning in the same ms', [{ ...first, id: bob.id }, first], { ...first, id: bob.id }, true],
])('%s: one stay or not', (_what, bookings, booking, counts) => {
  const here = checkInTo(bookings[0] ?? first, at('09:58'))
  const others = booking.organizer?.name === undefined ? [{ ...here, end: here.end }] : [here]
  expect(isCheckedIn(others, booking, { bookings })).toBe(counts)
})

test('the break between two that follow each other is measured anew at each', () => {
  const links = ['10:00-11:00', '11:05-12:00', '12:05-13:00', '13:05-14:00', '14:06-15:00'].map((times) => {
    const [from = '', to = ''] = times.split('-')
    return aBooking(from, to, by('Ann'))
  })
  const counts = links.map((booking) => isCheckedIn([checkIn], booking, { bookings: links }))
  expect(counts).toEqual([true, true, true, true, false])
})

test('a check-in that ended a day before leads to no stay', () => {
  const yesterday = aBooking('-13:00', '-12:00', by('Ann'))
  const bookings = [
    yesterday,
    ...Array.from({ length: 24 }, (_one, hour) => aBooking(`${hour - 12}:00`, `${hour - 11}:00`, by('Ann'))),
  ]
  const last = aBooking('12:00', '13:00', by('Ann'))
  expect(isCheckedIn([checkInTo(yesterday, at('-13:00'))], last, { bookings: [...bookings, last] })).toBe(
    false,
  )
})

test.each([
  ['was not listed before', [bob], [bob, dragged], { ...aWindow }],
  ['lies out of the new window', [first], [dragged], { start: at('11:00'), end: at('48:00') }],
])(
  'a check-in whose booking %s is not carried to another one of its meeting',
  (_what, before, after, window) => {
    expect(followed([checkIn], schedule(...before), { ...schedule(...after), window })).toEqual([])
  },
)

test('an end in the very ms of the meeting’s end changes no check-in, and one at its start makes it empty', () => {
  expect(leftAt([checkIn], first.id, at('11:00'))).toEqual([])
  expect(leftAt([checkIn], first.id, at('10:00'))).toEqual([{ ...checkIn, end: at('10:00') }])
})

test('a newer presumption takes the place of an older one', () => {
  const [older, newer] = [
    presumedIn(first, at('10:00')),
    presumedIn({ ...first, end: at('11:30') }, at('10:10')),
  ]
  expect(joined([older], [newer])).toEqual([newer])
})

test('a short booking within a long one does not shorten the stay that goes on after both', () => {
  const long = aBooking('11:00', '13:00', by('Ann'))
  const short = aBooking('11:10', '11:20', by('Ann'))
  const after = aBooking('13:00', '14:00', by('Ann'))
  expect(isCheckedIn([checkIn], after, { bookings: [first, long, short, after] })).toBe(true)
})
