import { beforeAll, expect, test } from 'vitest'
import { failedSeeds } from './failed-seeds.ts'
import { bundleWorker } from './run/bundle.ts'
import type { Report } from './run/report.ts'
import { runSeeds } from './run/run-many.ts'
import { scenarioOf } from './run/scenario.ts'
import { simulate } from './run/simulate.ts'

/** The simulation's own processes, which live days in a quarter of the time that a test's thread takes. */
let worker = ''
let failed: Report['broken'] = []

beforeAll(async () => {
  worker = await bundleWorker('door')
  failed = (
    await runSeeds(
      worker,
      failedSeeds.map(([seed]) => seed),
    )
  ).broken
}, 240_000)

const from = (first: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => first + index)

/** In each twentieth world visitors can book. */
const withBookings = from(1, 160).filter((seed) => scenarioOf(seed, false).booksAtDoor)

test('no law is broken on some days on which much goes wrong', { timeout: 120_000 }, async () => {
  const { broken, tally, panelDays } = await runSeeds(worker, from(1200, 36))
  expect(broken).toEqual([])
  expect(panelDays).toBeGreaterThan(80)
  expect(tally).toSatisfy(
    ({ releases, checkIns, crashes }: typeof tally) => releases > 50 && checkIns > 50 && crashes > 10,
  )
  // Programs that begin where the calendar does not answer show what was known before.
  expect(tally.recalled).toBeGreaterThan(0)
})

test('no law is broken where visitors book at the doors', { timeout: 120_000 }, async () => {
  const { broken, tally } = await runSeeds(worker, withBookings)
  expect(broken).toEqual([])
  expect(tally).toSatisfy(({ booked, cleaned }: typeof tally) => booked > 30 && cleaned > 5)
  expect(tally.orphans).toBe(0)
})

test('without faults no ghost meeting stays', { timeout: 120_000 }, async () => {
  const { broken, tally } = await runSeeds(worker, from(1, 12), true)
  expect(broken).toEqual([])
  expect(tally.releases).toBeGreaterThan(20)
})

test.each(failedSeeds)('seed %i, which failed once: %s', (seed) => {
  expect(failed.filter((one) => one.seed === seed)).toEqual([])
})

test('the same seed tells the same story', { timeout: 60_000 }, async () => {
  const story = async (): Promise<readonly string[]> => {
    const lines: string[] = []
    await simulate(7, false, (at, line) => lines.push(`${at} ${line}`))
    return lines
  }
  const first = await story()
  expect(first.length).toBeGreaterThan(20)
  expect(await story()).toEqual(first)
})
