// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { freshMenu } from '../../../shared/admin/admin.ts'
import { seconds } from '../../../shared/time/time.ts'
import { aBooking, aSnapshot, at, awaiting, checkInOpen, inUse, review } from '../snapshots.ts'
import { stage } from '../stage.ts'

const checkedIn = { name: 'checkIn', input: { bookingId: review.id } }
const isLit = (control: HTMLElement | null): boolean => control?.hasAttribute('data-pressed') ?? false

test.each([0.3, 0.9, 3, 60])('a finger that stays on the button for %d s checks in', async (length) => {
  const { main, point, advance } = await stage(awaiting())
  await point('pointerdown', 'check-in')
  await advance(seconds(length))
  expect(main.askedFor('checkIn')).toEqual([])
  await point('pointerup', 'check-in')
  expect(main.askedFor('checkIn')).toEqual([checkedIn])
})

test.each([
  ['slides by 20 px on it', { along: 20 }],
  ['slides to its edge', { along: -50, down: 50 }],
  ['is lifted 40 px beside it', { down: 90 }],
])('a finger that %s checks in', async (_what, where) => {
  const { main, point, marked } = await stage(awaiting())
  await point('pointerdown', 'check-in')
  await point('pointermove', 'check-in', where)
  expect(isLit(marked('check-in'))).toBe(true)
  await point('pointerup', 'check-in', where)
  expect(main.askedFor('checkIn')).toEqual([checkedIn])
})

test('a finger that slides off switches the light off, and presses no control', async () => {
  const { main, point, marked } = await stage(awaiting())
  await point('pointerdown', 'check-in')
  expect(isLit(marked('check-in'))).toBe(true)
  await point('pointermove', 'check-in', { down: 91 })
  expect(isLit(marked('check-in'))).toBe(false)
  await point('pointerup', 'check-in', { down: 91 })
  expect(main.askedFor('checkIn')).toEqual([])
})

test('a finger that slides back means it again', async () => {
  const { main, point, marked } = await stage(awaiting())
  await point('pointerdown', 'check-in')
  await point('pointermove', 'check-in', { down: 300 })
  await point('pointermove', 'check-in', { down: 10 })
  expect(isLit(marked('check-in'))).toBe(true)
  await point('pointerup', 'check-in')
  expect(main.askedFor('checkIn')).toEqual([checkedIn])
})

test('a finger that is lifted on another control presses neither', async () => {
  const { main, press, point, marked } = await stage(inUse())
  await press('end-meeting')
  await point('pointerdown', 'confirm')
  await point('pointerup', 'cancel', { along: -45 })
  expect(main.askedFor('endMeeting')).toEqual([])
  expect(marked('confirm')).not.toBeNull()
})

test('a touch that the browser takes over is no press', async () => {
  const { main, point, marked } = await stage(awaiting())
  await point('pointerdown', 'check-in')
  await point('pointercancel', 'check-in')
  expect(isLit(marked('check-in'))).toBe(false)
  await point('pointerup', 'check-in')
  expect(main.askedFor('checkIn')).toEqual([])
})

test('a finger that rests elsewhere does not disturb another finger’s press', async () => {
  const { main, point } = await stage(awaiting())
  await point('pointerdown', 'admin', { down: 300, finger: 7 })
  await point('pointerdown', 'check-in', { finger: 8 })
  await point('pointerup', 'check-in', { finger: 8 })
  expect(main.askedFor('checkIn')).toEqual([checkedIn])
  expect(main.askedFor('openAdmin')).toEqual([])
})

test('a finger that rests on one control is in no other one’s way', async () => {
  const { main, point } = await stage(awaiting())
  await point('pointerdown', 'admin', { finger: 7 })
  await point('pointerdown', 'check-in', { finger: 8 })
  await point('pointerup', 'check-in', { finger: 8 })
  expect(main.askedFor('checkIn')).toEqual([checkedIn])
  await point('pointerup', 'admin', { finger: 7 })
  expect(main.askedFor('openAdmin')).toHaveLength(1)
})

test('two fingers on one key are one press of it', async () => {
  const pad = { kind: 'asked', pad: { kind: 'ready', wasWrong: false } } as const
  const { point, find } = await stage(inUse({ admin: pad }))
  await point('pointerdown', 'pin-5', { finger: 1 })
  await point('pointerdown', 'pin-5', { finger: 2, along: 20 })
  await point('pointerup', 'pin-5', { finger: 2, along: 20 })
  await point('pointerup', 'pin-5', { finger: 1 })
  expect(find('.pin-dots')?.dataset['count']).toBe('1')
})

test('a touch of which the browser makes a click, too, is one press', async () => {
  const pad = { kind: 'asked', pad: { kind: 'ready', wasWrong: false } } as const
  const { press, find } = await stage(inUse({ admin: pad }))
  await press('pin-5')
  expect(find('.pin-dots')?.dataset['count']).toBe('1')
})

test('a control in the place of the one that was pressed was not pressed', async () => {
  const { main, press, point, marked } = await stage(inUse({ admin: freshMenu }))
  await point('pointerdown', 'admin-diagnose', { finger: 1 })
  await press('admin-rooms')
  expect(isLit(marked('admin-bookings'))).toBe(false)
  await point('pointerup', 'admin-bookings', { finger: 1 })
  expect(marked('admin-bookings')).not.toBeNull()
  expect(main.askedFor('diagnose')).toEqual([])
})

test('the button may be drawn anew under the finger, also by another screen', async () => {
  const { main, point, push, marked } = await stage(checkInOpen())
  await point('pointerdown', 'check-in')
  await push(awaiting({ revision: 2 }))
  await point('pointerup', 'check-in')
  expect(main.askedFor('checkIn')).toEqual([checkedIn])
  expect(isLit(marked('check-in'))).toBe(false)
})

test('a button that stands for another booking by now was not pressed', async () => {
  const other = aBooking('10:33', '11:30', { name: 'Zoë' })
  const { main, point, push, marked } = await stage(awaiting())
  await point('pointerdown', 'check-in')
  await push(
    awaiting({
      revision: 2,
      occupancy: { kind: 'awaitingCheckIn', booking: other, until: other.end },
      checkIns: [other],
    }),
  )
  expect(isLit(marked('check-in'))).toBe(false)
  await point('pointerup', 'check-in')
  expect(main.askedFor('checkIn')).toEqual([])
})

test('the end of one meeting is not the end of the next', async () => {
  const { point, push, marked } = await stage(inUse())
  await point('pointerdown', 'end-meeting')
  const next = aBooking('10:48', '12:00', { name: 'Zoë' })
  await push(aSnapshot({ kind: 'inUse', booking: next, until: next.end }, { revision: 2 }))
  await point('pointerup', 'end-meeting')
  expect(marked('confirm')).toBeNull()
})

test('a verdict is about the booking that the finger went down on', async () => {
  const { point, push, text } = await stage(inUse({ bookings: [review], admin: freshMenu }))
  await point('pointerdown', 'admin-decline')
  const other = aBooking('12:00', '13:00', { name: 'Zoë' })
  await push(inUse({ revision: 2, bookings: [other], admin: freshMenu }))
  await point('pointerup', 'admin-decline')
  expect(text()).not.toContain('Decline this booking?')
})

test('a control that takes no finger when it comes down takes no press when it is lifted', async () => {
  const pad = { kind: 'asked', pad: { kind: 'ready', wasWrong: false } } as const
  const { main, press, point, marked } = await stage(inUse({ admin: pad }))
  await point('pointerdown', 'pin-ok', { finger: 7 })
  expect(isLit(marked('pin-ok'))).toBe(false)
  for (const digit of '2406') {
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    await press(`pin-${digit}`)
  }
  await point('pointerup', 'pin-ok', { finger: 7 })
  expect(main.askedFor('enterPin')).toEqual([])
  await press('pin-ok')
  expect(main.askedFor('enterPin')).toHaveLength(1)
})

test('the other buttons of a mouse press no control', async () => {
  const { main, point } = await stage(awaiting())
  await point('pointerdown', 'check-in', { button: 2 })
  await point('pointerup', 'check-in', { button: 2 })
  expect(main.askedFor('checkIn')).toEqual([])
})

test('the keyboard, and a program that helps people, press as well', async () => {
  const { main, marked, settle } = await stage(awaiting())
  marked('check-in')?.click()
  await settle()
  expect(main.askedFor('checkIn')).toEqual([checkedIn])
})

test('every touch is reported, also beside controls, on disabled ones, and on a dark screen', async () => {
  const night = { ...inUse().appearance, isDimmed: true }
  const { main, point, press } = await stage(
    aSnapshot({ kind: 'free' }, { appearance: night, now: at('23:00') }),
  )
  await point('pointerdown', 'wake', { finger: 1 })
  await point('pointerdown', 'wake', { finger: 2, down: 400 })
  await point('pointercancel', 'wake', { finger: 2 })
  await point('pointerup', 'wake', { finger: 1 })
  expect(main.askedFor('touch')).toHaveLength(2)
  await press('admin')
  expect(main.askedFor('touch')).toHaveLength(3)
})

test('the first touch of a dark screen only wakes it, however long it takes', async () => {
  const night = { ...inUse().appearance, isDimmed: true }
  const { main, point, advance, root } = await stage(aSnapshot({ kind: 'free' }, { appearance: night }))
  await point('pointerdown', 'wake')
  await advance(seconds(2))
  await point('pointerup', 'wake', { along: 30 })
  expect(root.dataset['dimmed']).toBe('false')
  expect(main.askedFor('openAdmin')).toEqual([])
})

test('no menu of the browser opens at a long touch', async () => {
  const { marked } = await stage(awaiting())
  const event = new Event('contextmenu', { bubbles: true, cancelable: true })
  marked('check-in')?.dispatchEvent(event)
  expect(event.defaultPrevented).toBe(true)
})
