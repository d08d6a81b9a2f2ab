// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { seconds } from '../../../shared/time/time.ts'
import { aSnapshot, at, inUse } from '../snapshots.ts'
import { stage } from '../stage.ts'

test('never goes back to an older snapshot', async () => {
  const { push, root } = await stage(inUse({ revision: 5 }))
  await push(aSnapshot({ kind: 'free' }, { revision: 4 }))
  expect(root.dataset['occupancy']).toBe('inUse')
  await push(aSnapshot({ kind: 'free' }, { revision: 6 }))
  expect(root.dataset['occupancy']).toBe('free')
})

test('sets its clock by each snapshot', async () => {
  const { push, advance, find } = await stage(inUse())
  await advance(seconds(90))
  await push(inUse({ revision: 2, now: at('10:53') }))
  expect(find('.clock')?.textContent).toBe('10:53')
})

test('passes every touch on, however soon it follows another one', async () => {
  const { main, touch, advance } = await stage(inUse())
  await touch()
  await touch()
  expect(main.askedFor('touch')).toHaveLength(2)
  await advance(1)
  await touch()
  expect(main.askedFor('touch')).toHaveLength(3)
})

test('passes touches on although the clock was set back', async () => {
  const { main, touch, push, advance } = await stage(inUse())
  await touch()
  await push(inUse({ revision: 2, now: at('09:00') }))
  await advance(seconds(1))
  await touch()
  expect(main.askedFor('touch')).toHaveLength(2)
})

test('shows a notice when a touch is not taken', async () => {
  const { main, touch, settle, marked } = await stage(inUse())
  main.failFromNowOn()
  await touch()
  await settle()
  expect(marked('notice')?.textContent).toContain('Please tap again.')
})

test('forgets at the next touch that one was not taken', async () => {
  const { main, touch, advance, marked } = await stage(inUse())
  main.failFromNowOn()
  await touch()
  main.keepWaiting()
  await advance(seconds(1))
  expect(marked('notice')).not.toBeNull()
  await touch()
  expect(marked('notice')).toBeNull()
})

test('leaves the page as it was when it is taken off', async () => {
  const { main, leave, find, touch } = await stage(inUse())
  await leave()
  expect(main.isHeard()).toBe(false)
  expect(find('.door')).toBeNull()
  await touch()
  expect(main.askedFor('touch')).toEqual([])
})
