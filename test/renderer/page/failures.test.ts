// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { requests } from '../../../shared/ipc/contract.ts'
import * as v from 'valibot'
import { inUse } from '../snapshots.ts'
import { stage } from '../stage.ts'

const failing = (error: unknown): ErrorEvent => new ErrorEvent('error', { error, message: 'Script error.' })
const rejecting = (reason: unknown): Event => Object.assign(new Event('unhandledrejection'), { reason })
const toldTo = ({ askedFor }: { askedFor: (name: string) => readonly { readonly input: unknown }[] }) =>
  askedFor('pageFailed').map(({ input }) => v.parse(requests.pageFailed.input, input).told)

test.each([
  ['a render that throws', failing(new RangeError('Invalid time value')), 'RangeError: Invalid time value'],
  ['a promise that nobody waits for', rejecting(new TypeError('nothing there')), 'TypeError: nothing there'],
  ['what is no error', rejecting('no words'), 'no words'],
])('a page with %s shows nothing, claims nothing, and says so', async (_what, event, words) => {
  const { main, find, root, settle } = await stage(inUse())
  window.dispatchEvent(event)
  await settle()
  expect(toldTo(main)).toEqual([expect.stringContaining(words)])
  expect(find('body')?.childElementCount).toBe(0)
  const marks = ['occupancy', 'connection', 'booking'].map((mark) => root.getAttribute(`data-${mark}`))
  expect(marks).toEqual(['unknown', 'stale', ''])
})

test('an error of a script that is not the page’s own is ignored', async () => {
  const { main, find } = await stage(inUse())
  window.dispatchEvent(failing(null))
  expect(toldTo(main)).toEqual([])
  expect(find('h1')?.textContent).toBe('In use')
})

test('a page that has failed draws no more, tells of no paint, and of no other error', async () => {
  const { main, push, paint, settle, find } = await stage(inUse())
  await paint()
  const painted = main.askedFor('painted').length
  window.dispatchEvent(failing(new Error('one')))
  window.dispatchEvent(failing(new Error('two')))
  await push(inUse({ revision: 2 }))
  await paint()
  await settle()
  expect(toldTo(main)).toHaveLength(1)
  expect(main.askedFor('painted')).toHaveLength(painted)
  expect(find('.door')).toBeNull()
})

test('an error that goes on and on is told of as far as it fits', async () => {
  const { main } = await stage(inUse())
  window.dispatchEvent(rejecting('x'.repeat(1_000_000)))
  expect(toldTo(main)[0]).toHaveLength(2000)
})

test('a page that was removed reports no later errors', async () => {
  const { main, leave } = await stage(inUse())
  await leave()
  window.dispatchEvent(failing(new Error('late')))
  expect(toldTo(main)).toEqual([])
})
