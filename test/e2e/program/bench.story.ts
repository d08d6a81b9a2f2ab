import { type Bench, starter } from '../../bench/bench.ts'
import type { Browser } from '../../bench/browser/start.ts'
import type { Measured } from '../../bench/figure.ts'
import { coldStart } from '../../bench/figures/cold-start.ts'
import { size } from '../../bench/figures/size.ts'
import { touch } from '../../bench/figures/touch.ts'
import { emptyWindow } from '../../bench/program/empty-window.ts'
import { test } from '../harness/at-the-door.ts'

/** The better of two runs: a machine that is busy makes one slow, not both. */
const best = ({ values }: Pick<Measured, 'values'>): number => Math.min(...values)

/**
 * `npm run bench` in small: half as much again as docs/performance.md has is seen on the day on which it lands. The real limits
 * are the bench's.
 */
test('a start, a tap and the size are about what they were', async ({ kiosk, expect, onTestFinished }) => {
  const empty = await emptyWindow()
  const browsers: Browser[] = []
  const ends: (() => Promise<void>)[] = [empty.remove]
  onTestFinished(async () => {
    for (const { stop } of browsers) await stop()
    for (const end of ends) await end()
  })
  const begin = starter(kiosk)
  const bench: Bench = {
    kiosk,
    start: async (command) => {
      const browser = await begin(command)
      browsers.push(browser)
      return browser
    },
    panel: kiosk.session.program,
    empty: empty.path,
    runs: 2,
    watch: 0,
    days: 0,
    alsoCold: false,
    atEnd: (end) => ends.push(end),
  }
  for (const { figure, reference, ...start } of await coldStart(bench))
    expect(best(start) / Math.min(...reference), figure).toBeLessThan(2.4)
  const [feedback, end] = await touch(bench)
  expect(feedback && best(feedback)).toBeLessThan(75)
  expect(end && best(end) - Math.min(...end.reference)).toBeLessThan(150)
  const [installed, page] = await size(bench)
  expect(installed && best(installed) - Math.min(...installed.reference)).toBeLessThan(3)
  expect(page && best(page)).toBeLessThan(64)
})
