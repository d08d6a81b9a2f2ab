// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { plus, seconds } from '../../../shared/time/time.ts'
import { aBooking, aSnapshot, at, awaiting, critique, inUse, review } from '../snapshots.ts'
import { pressOn, stage } from '../stage.ts'
import { asked, endAction, settled } from '../../support/actions.ts'

const ended = aSnapshot(
  { kind: 'free', until: critique.start },
  {
    revision: 3,
    actions: [endAction(review, settled({ kind: 'done' }, at('10:48')))],
  },
)

test('ends a meeting with two taps', async () => {
  const { main, press, text, push, settle, marked, root } = await stage(inUse())
  await press('end-meeting')
  expect(text()).toContain('End this meeting and free the room?')
  expect(marked('end-meeting')).toBeNull()
  expect(main.askedFor('endMeeting')).toEqual([])

  const answer = main.keepWaiting()
  await press('confirm')
  expect(text()).toContain('Ending…')
  expect(main.askedFor('endMeeting')).toEqual([{ name: 'endMeeting', input: { bookingId: review.id } }])

  await push(inUse({ revision: 2, actions: [endAction(review, asked)] }))
  expect(text()).toContain('Ending…')
  expect(root.dataset['occupancy']).toBe('inUse')

  await push(ended)
  answer()
  await settle()
  expect(root.dataset['occupancy']).toBe('free')
  expect(marked('notice')?.textContent).toContain('The meeting has ended.')
  expect(text()).not.toContain('Ending…')
})

test('takes the question back after 10 seconds, which it counts', async () => {
  const { press, text, advance, marked, clock } = await stage(inUse())
  expect(clock.beat()).toBe('minute')
  await press('end-meeting')
  expect(clock.beat()).toBe('second')
  expect(text()).toContain('10 sec')
  await advance(seconds(9))
  expect(text()).toContain('1 sec')
  expect(marked('confirm')).not.toBeNull()
  await advance(seconds(1))
  expect(marked('confirm')).toBeNull()
  expect(marked('end-meeting')).not.toBeNull()
  expect(clock.beat()).toBe('minute')
})

test('counts 10 real seconds where the clock runs fast', async () => {
  const { press, advance, marked } = await stage(inUse({ rate: 60 }))
  await press('end-meeting')
  await advance(seconds(9))
  expect(marked('confirm')).not.toBeNull()
  await advance(seconds(1))
  expect(marked('confirm')).toBeNull()
})

test('keeps the question when a reading sets the clock back under it', async () => {
  const { press, push, marked } = await stage(inUse())
  await press('end-meeting')
  await push(inUse({ revision: 2, now: plus(at('10:48'), -seconds(1)) }))
  expect(marked('confirm')).not.toBeNull()
})

test('has the harmless answer where the check-in was', async () => {
  const { press, find, marked } = await stage(awaiting())
  expect(find('.foot')?.lastElementChild).toBe(marked('check-in'))
  await press('end-meeting')
  expect(find('.question')?.lastElementChild).toBe(marked('cancel'))
})

test('does not end the meeting when the answer is to keep it', async () => {
  const { main, press, marked } = await stage(inUse())
  await press('end-meeting')
  await press('cancel')
  expect(marked('confirm')).toBeNull()
  expect(marked('end-meeting')).not.toBeNull()
  expect(main.askedFor('endMeeting')).toEqual([])
})

test('puts the keyboard on the harmless answer', async () => {
  const { press, marked } = await stage(inUse())
  await press('end-meeting')
  expect(document.activeElement).toBe(marked('cancel'))
})

test('forgets the question when another meeting begins under it', async () => {
  const { press, push, marked } = await stage(inUse())
  await press('end-meeting')
  const other = aBooking('10:48', '12:00', { name: 'Zoë' })
  await push(aSnapshot({ kind: 'inUse', booking: other, until: other.end }, { revision: 2 }))
  expect(marked('confirm')).toBeNull()
  expect(marked('end-meeting')).not.toBeNull()
})

test('sends one request however often the button is tapped', async () => {
  const { main, press, marked } = await stage(inUse())
  await press('end-meeting')
  main.keepWaiting()
  const confirm = marked('confirm')
  pressOn(confirm)
  pressOn(confirm)
  expect(main.askedFor('endMeeting')).toHaveLength(1)
})

test('keeps saying that it ends until the outcome is shown', async () => {
  const { main, press, text, settle, marked, push } = await stage(inUse())
  await press('end-meeting')
  const answer = main.keepWaiting()
  await press('confirm')
  await settle()
  expect(text()).toContain('Ending…')
  const uncertain = endAction(review, settled({ kind: 'uncertain' }, at('10:48')))
  await push(inUse({ revision: 2, actions: [uncertain] }))
  answer()
  await settle()
  expect(text()).not.toContain('Ending…')
  expect(marked('notice')?.textContent).toContain('Not confirmed yet')
  expect(marked('end-meeting')).not.toBeNull()
})

test('asks how it went when no snapshot told', async () => {
  const { main, press, settle } = await stage(inUse())
  await press('end-meeting')
  await press('confirm')
  await settle()
  expect(main.askedFor('current')).toHaveLength(2)
})

test('offers the end again, with a word, when the panel itself failed', async () => {
  const { main, press, settle, marked, find, text, advance, clock } = await stage(inUse())
  await press('end-meeting')
  main.failFromNowOn()
  await press('confirm')
  await settle()
  expect(text()).not.toContain('Ending…')
  expect(find('.code-line')?.textContent).toBe('panelFailed')
  expect(marked('end-meeting')).not.toBeNull()
  await advance(seconds(15))
  expect(marked('notice')).toBeNull()
  expect(clock.beat()).toBe('minute')
})
