// @vitest-environment happy-dom
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { nextPaint } from '../../../renderer/page/paint.ts'
import { plus, seconds } from '../../../shared/time/time.ts'
import { aBooking, aSnapshot, at, awaiting, inUse, review } from '../snapshots.ts'
import { stage } from '../stage.ts'

const next = aBooking('11:30', '12:00', { name: 'Sato Yui' })

test('tells which check-in buttons it has painted, once they are', async () => {
  const { main, paint } = await stage(inUse({ now: at('11:26'), checkIns: [next, review] }))
  expect(main.askedFor('painted')).toEqual([])
  await paint()
  expect(main.askedFor('painted')).toEqual([
    { name: 'painted', input: { revision: 1, checkIns: [review.id, next.id] } },
  ])
  await paint()
  expect(main.askedFor('painted')).toHaveLength(1)
})

test('tells of a picture without a button, too', async () => {
  const { main, paint } = await stage(aSnapshot({ kind: 'free' }))
  await paint()
  expect(main.askedFor('painted')).toEqual([{ name: 'painted', input: { revision: 1, checkIns: [] } }])
})

test('claims no button that a finger would not hit', async () => {
  const { main, paint, marked } = await stage(awaiting())
  marked('check-in')?.setAttribute('data-out-of-reach', '')
  await paint()
  expect(main.askedFor('painted')).toMatchObject([{ input: { checkIns: [] } }])
})

test('claims no button while the check-in or the end stands in its place', async () => {
  const { main, paint, push, press } = await stage(awaiting())
  await paint()
  await press('end-meeting')
  await push(awaiting({ revision: 2 }))
  await paint()
  await press('cancel')
  main.keepWaiting()
  await press('check-in')
  await push(awaiting({ revision: 3 }))
  await paint()
  const claimed = main.askedFor('painted').map(({ input }) => input)
  expect(claimed).toEqual([
    { revision: 1, checkIns: [review.id] },
    { revision: 2, checkIns: [] },
    { revision: 3, checkIns: [] },
  ])
})

test('waits anew for what was drawn between the two frames', async () => {
  const { main, paint, push } = await stage(awaiting())
  await push(awaiting({ revision: 2 }))
  await paint()
  expect(main.askedFor('painted')).toEqual([])
  await paint()
  expect(main.askedFor('painted')).toMatchObject([{ input: { revision: 2 } }])
})

test('tells one after the other, and of those that came meanwhile the newest', async () => {
  const { main, paint, push, settle } = await stage(awaiting())
  const answer = main.keepWaiting()
  await paint()
  await push(awaiting({ revision: 2 }))
  await paint()
  await push(awaiting({ revision: 3 }))
  await paint()
  expect(main.askedFor('painted')).toMatchObject([{ input: { revision: 1 } }])
  answer()
  await settle()
  await paint()
  expect(main.askedFor('painted')).toMatchObject([{ input: { revision: 1 } }, { input: { revision: 3 } }])
})

test('is quiet about a request that failed, and goes on with the next picture', async () => {
  const { main, paint, push, marked } = await stage(awaiting())
  main.failFromNowOn()
  await paint()
  expect(marked('notice')).toBeNull()
  await paint()
  expect(main.askedFor('painted')).toHaveLength(1)
  await push(awaiting({ revision: 2 }))
  await paint()
  expect(main.askedFor('painted')).toHaveLength(2)
})

test('a screen that could not be drawn completely is not reported', async () => {
  const { main, paint, push } = await stage(awaiting())
  await paint()
  const room = {
    get name(): string {
      throw new Error('A part of the screen is broken')
    },
  }
  await push(awaiting({ revision: 2, room }))
  await paint()
  expect(main.askedFor('painted')).toMatchObject([{ input: { revision: 1 } }])
})

test('a page that was removed reports no more pictures', async () => {
  const { main, paint, leave } = await stage(awaiting())
  await leave()
  await paint()
  expect(main.askedFor('painted')).toEqual([])
})

test('counts as painted what two frames have passed over', async () => {
  const frames: FrameRequestCallback[] = []
  window.requestAnimationFrame = (run) => frames.push(run)
  let isPainted = false
  void nextPaint().then(() => (isPainted = true))
  frames.shift()?.(0)
  await setImmediate()
  expect(isPainted).toBe(false)
  frames.shift()?.(0)
  await setImmediate()
  expect(isPainted).toBe(true)
})

test('a snapshot without changes before the next minute draws the same picture', async () => {
  const before = aSnapshot({ kind: 'free' })
  const { push, root } = await stage(before)
  const drawn = root.outerHTML
  await push({ ...before, revision: 2, now: plus(before.now, seconds(40)) })
  expect(root.outerHTML).toBe(drawn)
  await push({ ...before, revision: 3, now: plus(before.now, seconds(70)) })
  expect(root.outerHTML).not.toBe(drawn)
})
