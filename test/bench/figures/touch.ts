import * as v from 'valibot'
import { slow } from '../../../simulator/faults/fault.ts'
import { makeDoor } from '../../e2e/harness/door.ts'
import { openFeishu, type SmallFeishu } from '../../e2e/harness/small-feishu.ts'
import type { Bench } from '../bench.ts'
import { firstLive, firstMark } from '../browser/first-mark.ts'
import { type Page, pageOf, type Place } from '../browser/page.ts'
import type { Measured } from '../figure.ts'

/** How long the simulator takes for each answer, ms. */
const latency = 50
const calls = ['token', 'freebusy', 'reply', 'summary', 'room'] as const

/** From the finger to what it brought about: the question after the first tap, and the end after the second one. */
export async function touch(bench: Bench): Promise<readonly Measured[]> {
  const { kiosk, panel, start, atEnd, runs } = bench
  const feishu = await openFeishu()
  atEnd(feishu.close)
  // One upon the other, so that the next one shows as soon as one is ended.
  for (let meeting = 0; meeting <= runs; meeting++) feishu.book(feishu.at(-10 - meeting), feishu.at(60))
  feishu.world.fail('any', slow(latency))
  const door = await makeDoor(kiosk)
  await door.configure(feishu.configuration)
  const page = await pageOf((await start([panel, ...door.args])).pipe)
  await firstMark(page, firstLive)
  await page.evaluate(watch, v.undefined())

  const feedback: number[] = []
  const ends: number[] = []
  const floors: number[] = []
  for (let run = 0; run < runs; run++) {
    /* oxlint-disable no-await-in-loop -- one tap after the other */
    feedback.push(
      await timed(page, 'end-meeting', `document.querySelector('${control('confirm')}') !== null`),
    )
    const before = callsTo(feishu)
    const booking = await page.evaluate('document.documentElement.dataset.booking', v.string())
    const isAnother = `document.documentElement.dataset.booking !== ${JSON.stringify(booking)}`
    ends.push(await timed(page, 'confirm', isAnother))
    floors.push((callsTo(feishu) - before) * latency)
    /* oxlint-enable no-await-in-loop */
  }
  const against = `the simulator’s own latency, ${latency} ms for a call`
  return [
    {
      figure: 'touchFeedback',
      unit: 'ms',
      values: feedback,
      against,
      reference: feedback.map(() => latency),
      limit: { of: 'p95', most: 50 },
    },
    {
      figure: 'touchEnd',
      unit: 'ms',
      values: ends,
      against: `${against}, over those that it took`,
      reference: floors,
      limit: { of: 'excess', most: 100 },
    },
  ]
}

const callsTo = ({ world }: SmallFeishu): number => calls.reduce((sum, call) => sum + world.callsTo(call), 0)

const control = (testid: string): string => `[data-testid="${testid}"]`

/**
 * `window.answered(condition)`: how long after the next touch the picture in which the condition holds has been painted,
 * ms. The clock of the touch is the one that Chromium gives the input itself; what was posted in a frame comes right after
 * that frame was painted.
 */
const watch = `void (window.answered = (condition) => new Promise((resolve) => {
  addEventListener('pointerdown', ({ timeStamp }) => {
    const look = () => {
      if (!condition()) return
      observer.disconnect()
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve(performance.now() - timeStamp)
      requestAnimationFrame(() => port2.postMessage(undefined))
    }
    const observer = new MutationObserver(look)
    observer.observe(document.documentElement, { subtree: true, childList: true, attributes: true })
  }, { once: true, capture: true })
}))`

/** Touches a control as soon as it is there, and gives how long its consequence took to be painted. */
async function timed(page: Page, testid: string, condition: string): Promise<number> {
  const place = await placeOf(page, testid)
  const answered = page.evaluate(`answered(() => ${condition})`, v.number())
  await page.touch(place)
  return answered
}

const placeOf = (page: Page, testid: string): Promise<Place> =>
  page.evaluate(
    `new Promise((resolve) => {
      const look = () => {
        const control = document.querySelector('${control(testid)}')
        if (control === null) return requestAnimationFrame(look)
        const { left, top, width, height } = control.getBoundingClientRect()
        resolve({ x: left + width / 2, y: top + height / 2 })
      }
      look()
    })`,
    v.object({ x: v.number(), y: v.number() }),
  )
