// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { seconds } from '../../../shared/time/time.ts'
import { reserveScenes } from '../../gallery/reserve-scenes.ts'
import { at, checkInOpen } from '../snapshots.ts'
import { stage } from '../stage.ts'

const shown = async (name: keyof typeof reserveScenes) => {
  // The page loads it when it is first shown: here it is there already.
  await import('../../../renderer/screens/booking/found-rooms-screen.tsx')
  return stage(reserveScenes[name].snapshot)
}
const asked = (input: unknown) => [{ name: 'book', input }]

test('a free room is booked with two taps, and says at once that it is being booked', async () => {
  const { main, press, text } = await shown('free-bookable')
  main.keepWaiting()
  await press('book')
  expect(main.askedFor('book')).toEqual([])
  await press('length-30')
  expect(main.askedFor('book')).toEqual(asked({ kind: 'now', length: 30 }))
  expect(text()).toContain('Booking the room…')
})

test('who does not choose a length in 20 s has not booked', async () => {
  const { press, advance, marked } = await shown('free-bookable')
  await press('book')
  expect(marked('length-15')).not.toBeNull()
  await advance(seconds(20))
  expect([marked('length-15'), marked('book') === null]).toEqual([null, false])
})

test('a gap of the day is booked from its first possible start, or from a later one', async () => {
  const { main, press, text } = await shown('free-bookable')
  await press('gap-1')
  expect(text()).toContain('15:00–15:15')
  await press('gap-later')
  expect(text()).toContain('18:00–18:15')
  await press('length-15')
  expect(main.askedFor('book')).toEqual(asked({ kind: 'later', length: 15, start: at('18:00') }))
})

test.each([
  ['extendable', 'extend-15', { kind: 'extend', length: 15 }],
  ['start-early', 'start-early', { kind: 'startEarly' }],
  ['released-bookable', 'i-am-here', { kind: 'takeBack' }],
] as const)('%s: one tap on %s books', async (scene, mark, wish) => {
  const { main, press } = await shown(scene)
  await press(mark)
  expect(main.askedFor('book')).toEqual(asked(wish))
})

test('another room is booked with three taps', async () => {
  const { main, press, settle, text, marked, root } = await shown('found-rooms')
  await press('find-room')
  await settle()
  expect(main.askedFor('findRooms')).toHaveLength(1)
  expect(text()).toContain('1 floor up (F4)')
  expect(root.dataset['occupancy']).toBe('inUse')
  expect(marked('book-found')).toBeNull()
  await press('found-1')
  await press('book-found')
  expect(main.askedFor('book')).toEqual(asked({ kind: 'elsewhere', room: 'omm_3' }))
  expect(marked('found-1')).toBeNull()
})

test('the way to another room gives way to a button that checks in, and to a minute without a tap', async () => {
  const { press, settle, marked, push, advance } = await shown('found-rooms')
  await press('find-room')
  await settle()
  await push(checkInOpen({ revision: 2 }))
  expect([marked('found-0'), marked('check-in') === null]).toEqual([null, false])
  await push({ ...reserveScenes['found-rooms'].snapshot, revision: 3 })
  await settle()
  expect(marked('found-0')).not.toBeNull()
  await advance(seconds(60))
  expect(marked('found-0')).toBeNull()
})

test('where IT asks for the PIN it goes with the booking, and is forgotten', async () => {
  await import('../../../renderer/screens/booking/booking-pin-screen.tsx')
  const { main, press, settle, marked } = await stage({
    ...reserveScenes.extendable.snapshot,
    bookingNeedsPin: true,
  })
  await press('extend-15')
  await settle()
  expect(main.askedFor('book')).toEqual([])
  for (const digit of '2468') {
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    await press(`pin-${digit}`)
  }
  await press('pin-ok')
  expect(main.askedFor('book')).toEqual(asked({ kind: 'extend', length: 15, pin: '2468' }))
  expect(marked('pin-ok')).toBeNull()
})

test('a meeting that nobody has checked in to can be extended, and another room be found', async () => {
  const { press, settle, marked } = await shown('extendable-check-in')
  expect([marked('check-in'), marked('extend-15'), marked('end-meeting')]).not.toContain(null)
  await press('find-room')
  await settle()
  expect(marked('cancel')).not.toBeNull()
})
