import { setTimeout as delay } from 'node:timers/promises'
import * as v from 'valibot'
import type { Page } from './page.ts'

/** What the panel's page leaves (renderer/page/first-paints.ts): its first picture of all, and the first one of a fresh reading. */
export const firstTruth = 'room-panel:first-truth'
export const firstLive = 'room-panel:first-live'

/**
 * When a page left a performance mark of this name, ms since 1970. It may still be on its way to the page that
 * leaves it.
 */
export async function firstMark(page: Page, name: string): Promise<number> {
  for (const deadline = performance.now() + patience; performance.now() < deadline;) {
    // oxlint-disable-next-line no-await-in-loop -- this waits
    const at = await page.evaluate(lookFor(name), v.optional(v.number())).catch(lostPlace)
    if (at !== undefined) return at
    // oxlint-disable-next-line no-await-in-loop -- the same
    await delay(between)
  }
  throw new Error(`The page has not left the mark ${name}`)
}

const between = 20
const patience = 30_000

/** The window begins on an empty page, and a page that is left takes what was asked there with it. */
function lostPlace(error: unknown): undefined {
  if (!/navigated|context/.test(String(error))) throw error
}

/** Resolves to undefined on the empty page that a window begins on. */
const lookFor = (name: string): string => `location.href === 'about:blank' ? undefined :
  new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const [mark] = list.getEntriesByName(${JSON.stringify(name)})
      if (mark) resolve(performance.timeOrigin + mark.startTime)
    }).observe({ type: 'mark', buffered: true })
    setTimeout(resolve, 1000)
  })`
