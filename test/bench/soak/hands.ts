import * as v from 'valibot'
import type { Dice } from '../../simulation/time/dice.ts'
import type { Page } from '../browser/page.ts'

/** What the people of a month have done, by control, and what they have seen, in looks. */
export interface Tally {
  readonly touched: Record<string, number>
  readonly seen: Record<string, number>
}

const sightSchema = v.object({
  occupancy: v.string(),
  connection: v.string(),
  controls: v.record(v.string(), v.object({ x: v.number(), y: v.number() })),
})

const look = `({
  ...document.documentElement.dataset,
  controls: Object.fromEntries([...document.querySelectorAll('[data-testid]')].map((control) => {
    const { left, top, width, height } = control.getBoundingClientRect()
    return [control.dataset.testid, { x: left + width / 2, y: top + height / 2 }]
  })),
})`

/** The probability that a visitor who sees this control touches it; the first touched one counts. */
const likelihoods = [
  ['confirm', 0.7],
  ['cancel', 0.7],
  ['notice', 0.3],
  ['check-in', 0.5],
  ['check-in-running', 0.5],
  ['end-meeting', 0.1],
  ['language', 0.04],
] as const

const somewhere = { x: 3, y: 3 }

/** A visitor comes to the door, looks, and touches a control or, as people do, just the screen. */
export async function comeBy(page: Page, dice: Dice, { touched, seen }: Tally): Promise<void> {
  const { occupancy, connection, controls } = await page.evaluate(look, sightSchema)
  count(seen, occupancy)
  count(seen, connection)
  for (const [control, likelihood] of likelihoods) {
    const place = controls[control]
    if (place === undefined || !dice.chance(likelihood)) continue
    count(touched, control)
    return page.touch(place)
  }
  count(touched, 'elsewhere')
  return page.touch(somewhere)
}

function count(counts: Record<string, number>, what: string): void {
  counts[what] = (counts[what] ?? 0) + 1
}
