// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import type { CheckInOutcome } from '../../../shared/check-in/check-in.ts'
import { aBooking, aSnapshot, at, awaiting, checkInOpen, inUse, review } from '../snapshots.ts'
import { pressOn, stage } from '../stage.ts'
import { asked, checkInAction, settled } from '../../support/actions.ts'

const next = aBooking('11:30', '12:00', { name: 'Sato Yui' })
const settledAs = (outcome: CheckInOutcome, booking = review) =>
  checkInAction(booking, settled(outcome, at('10:48')))

/** The running meeting was kept without a check-in, and the next one's check-in is open. */
const two = inUse({ now: at('11:26'), checkIns: [next, review] })

test('shows that a meeting is about to start, and who may check in', async () => {
  const { root, find, marked } = await stage(checkInOpen())
  expect(root.dataset['occupancy']).toBe('checkInOpen')
  expect(find('h1')?.textContent).toBe('Booked')
  expect(find('.time-line')?.textContent).toBe('starts at 10:30in 4 min')
  expect(find('.people-line')?.textContent).toBe('Lin Xiaoyu · until 11:30')
  expect(marked('check-in')?.textContent).toBe('Check in')
  expect(marked('check-in')?.dataset['booking']).toBe(review.id)
  expect(marked('end-meeting')).toBeNull()
})

test('checks in with one tap, and says so only when it is confirmed', async () => {
  const { main, press, text, push, settle, marked, find } = await stage(awaiting())
  const answer = main.keepWaiting()
  await press('check-in')
  expect(text()).toContain('Checking in…')
  expect(marked('check-in')).toBeNull()
  expect(main.askedFor('checkIn')).toEqual([{ name: 'checkIn', input: { bookingId: review.id } }])

  await push(awaiting({ revision: 2, actions: [checkInAction(review, asked)] }))
  expect(text()).toContain('Checking in…')
  expect(marked('notice')).toBeNull()
  expect(find('.tick')).toBeNull()

  await push(inUse({ revision: 3, actions: [settledAs({ kind: 'done' })] }))
  answer()
  await settle()
  expect(text()).not.toContain('Checking in…')
  expect(find('h1')?.textContent).toBe('You’re checked in')
  expect(marked('notice')?.textContent).toContain('10:30 · Lin Xiaoyu · until 11:30')
  expect(find('.tick')).not.toBeNull()
})

test('the whole door confirms a check-in for a moment, and can’t be tapped meanwhile', async () => {
  const moment = {
    ...two,
    bookings: [review, next],
    actions: [settledAs({ kind: 'done' }, next)],
    checkIns: [review],
  }
  const { root, find, marked, push } = await stage(moment)
  expect(root.dataset['moment']).toBe('true')
  expect(root.dataset['occupancy']).toBe('inUse')
  expect(document.querySelectorAll('.slab h1')).toHaveLength(1)
  for (const mark of ['check-in', 'check-in-running', 'end-meeting']) expect(marked(mark)).toBeNull()

  await push({ ...moment, revision: 2, actions: [] })
  expect(root.dataset['moment']).toBe('false')
  expect(find('h1')?.textContent).toBe('In use')
  expect(marked('check-in')).not.toBeNull()
})

test('sends one check-in however often the button is tapped', async () => {
  const { main, marked } = await stage(awaiting())
  main.keepWaiting()
  const button = marked('check-in')
  pressOn(button)
  pressOn(button)
  expect(main.askedFor('checkIn')).toHaveLength(1)
})

test('asks how it went when no snapshot told', async () => {
  const { main, press } = await stage(awaiting())
  await press('check-in')
  expect(main.askedFor('current')).toHaveLength(2)
})

test.each([
  ['bookingGone', 'This booking is over'],
  ['notStored', 'could not be saved'],
] as const)('says why a check-in was not taken: %s', async (reason, words) => {
  const { marked, find } = await stage(awaiting({ actions: [settledAs({ kind: 'refused', reason })] }))
  expect(marked('notice')?.textContent).toContain('Check-in failed.')
  expect(marked('notice')?.textContent).toContain(words)
  expect(find('.code-line')?.textContent).toBe(reason)
  expect(marked('check-in')).not.toBeNull()
})

test('offers the check-in again, with a word, when the panel itself failed', async () => {
  const { main, press, marked, find } = await stage(awaiting())
  main.failFromNowOn()
  await press('check-in')
  expect(marked('check-in')).not.toBeNull()
  expect(find('.code-line')?.textContent).toBe('panelFailed')
})

test('says on a page that has just loaded that a check-in is on its way', async () => {
  const { text, marked } = await stage(awaiting({ actions: [checkInAction(review, asked)] }))
  expect(text()).toContain('Checking in…')
  expect(marked('check-in')).toBeNull()
})

test('goes on saying that it checks in when the button has gone', async () => {
  const { marked } = await stage(
    aSnapshot({ kind: 'outOfService' }, { actions: [checkInAction(review, asked)] }),
  )
  expect(marked('notice')?.textContent).toContain('Checking in…')
})

test('names both meetings when check-in is open to two', async () => {
  const { main, press, marked, text } = await stage(two)
  expect(marked('check-in')?.textContent).toBe('Check in11:30 · Sato Yui')
  expect(marked('check-in')?.dataset['booking']).toBe(next.id)
  expect(marked('check-in-running')?.textContent).toBe('Check in10:30 · Lin Xiaoyu')
  expect(marked('check-in-running')?.dataset['booking']).toBe(review.id)

  main.keepWaiting()
  await press('check-in-running')
  expect(main.askedFor('checkIn')).toEqual([{ name: 'checkIn', input: { bookingId: review.id } }])
  expect(text()).toContain('Checking in…10:30 · Lin Xiaoyu')
  expect(marked('check-in')).not.toBeNull()
  expect(marked('check-in-running')).toBeNull()
})

test('says for which meeting the check-in is while another one runs', async () => {
  const { marked } = await stage(inUse({ now: at('11:26'), checkIns: [next] }))
  expect(marked('check-in')?.textContent).toBe('Check in11:30 · Sato Yui')
  expect(marked('end-meeting')).not.toBeNull()
})

test('takes a check-in while the calendar can’t be reached', async () => {
  const { marked } = await stage(
    aSnapshot({ kind: 'unknown', reason: 'unreachable', running: review }, { checkIns: [review] }),
  )
  expect(marked('check-in')?.textContent).toBe('Check in10:30 · Lin Xiaoyu')
})

test('shows the start of a meeting with an early check-in, and does not offer to end it', async () => {
  const { find, marked, push } = await stage(inUse({ now: at('10:27') }))
  expect(find('h1')?.textContent).toBe('In use')
  expect(find('.time-line')?.textContent).toBe('starts at 10:30until 11:30')
  expect(find('.next')?.textContent).toBe('Next 14:00Sato Yui')
  expect(find('.booking-running')?.textContent).toContain('Lin Xiaoyu')
  expect(marked('end-meeting')).toBeNull()
  await push(inUse({ now: at('10:30'), revision: 2 }))
  expect(marked('end-meeting')).not.toBeNull()
})

test('ends a meeting without a check-in with two taps, too', async () => {
  const { main, press, marked } = await stage(awaiting())
  await press('end-meeting')
  expect(marked('check-in')).toBeNull()
  await press('confirm')
  expect(main.askedFor('endMeeting')).toEqual([{ name: 'endMeeting', input: { bookingId: review.id } }])
})
