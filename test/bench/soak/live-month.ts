import { chown, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import * as v from 'valibot'
import type { Session } from '../../e2e/harness/kiosk.ts'
import { createDice } from '../../simulation/time/dice.ts'
import { pageOf } from '../browser/page.ts'
import { startBrowser } from '../browser/start.ts'
import { bytesByEntry } from '../processes/disk.ts'
import { heldBy } from '../processes/memory.ts'
import { comeBy, type Tally } from './hands.ts'

const sampleSchema = v.object({
  hour: v.number(),
  processes: v.pipe(
    v.array(
      v.object({
        pid: v.number(),
        role: v.string(),
        pss: v.number(),
        anonymous: v.number(),
        handles: v.number(),
      }),
    ),
    v.readonly(),
  ),
  /** Bytes in the panel's folder, by what lies at its top. */
  disk: v.record(v.string(), v.number()),
  /** From the beginning on. */
  tally: v.object({ touched: v.record(v.string(), v.number()), seen: v.record(v.string(), v.number()) }),
})

/** What the program held when so many of its hours had gone by. */
export type Sample = v.InferOutput<typeof sampleSchema>

/** As they were kept, one a line. */
export const samplesIn = (text: string): readonly Sample[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => v.parse(v.pipe(v.string(), v.parseJson(), sampleSchema), line))

/** A list of hours for each day that was lived, whole or not. */
export function byDay(samples: readonly Sample[]): readonly (readonly Sample[])[] {
  const days: Sample[][] = []
  for (const sample of samples) (days[Math.floor((sample.hour - 1) / 24)] ??= []).push(sample)
  return days
}

export interface MonthParts {
  readonly session: Session
  /** Where the panel may keep its files. */
  readonly folder: string
  /** How many of its hours to live. */
  readonly hours: number
  readonly keep: (sample: Sample) => Promise<void>
}

/** How many times faster than ours the panel's time runs. */
const speed = 600
/** An hour of the panel's, ms of ours. */
const hour = 3_600_000 / speed
/** A visitor comes by every ten minutes of the panel's time. */
const betweenPeople = hour / 6

/** Runs the program for so many hours of its own time, with people at it, and keeps a sample of each hour. */
export async function liveMonth({ session, folder, hours, keep }: MonthParts): Promise<void> {
  const { user, env, program } = session
  const data = join(folder, 'soak')
  await mkdir(data)
  await chown(data, user.uid, user.gid)
  const command = [program, '--demo', `--speed=${speed}`, `--user-data-dir=${data}`]
  const browser = await startBrowser({ user, env, command })
  try {
    const page = await pageOf(browser.pipe)
    const dice = createDice(1)
    const tally: Tally = { touched: {}, seen: {} }
    const begun = performance.now()
    const until = (moment: number): Promise<void> => delay(Math.max(begun + moment - performance.now(), 0))

    const sample = async (): Promise<void> => {
      for (let at = 1; at <= hours; at++) {
        // oxlint-disable-next-line no-await-in-loop -- hour after hour
        await until(at * hour)
        const processes = heldBy(browser.pid)
        if (processes.length === 0) throw new Error(`The program ended in its hour ${at}`)
        // oxlint-disable-next-line no-await-in-loop -- the same
        await keep({ hour: at, processes, disk: bytesByEntry(data), tally })
      }
    }
    const live = async (): Promise<void> => {
      for (let at = betweenPeople; at < hours * hour; at += betweenPeople) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        await until(at)
        // oxlint-disable-next-line no-await-in-loop -- the same
        await comeBy(page, dice, tally)
      }
    }
    await Promise.all([sample(), live()])
  } finally {
    await browser.stop()
  }
}
