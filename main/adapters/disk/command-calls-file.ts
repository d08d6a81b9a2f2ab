import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock, Log } from '../../../engine/ports.ts'
import { monthName } from '../../../shared/budget/call-ledger.ts'
import { type Instant, instantOf } from '../../../shared/time/time.ts'

/**
 * The calls of commands, which run beside the panel and beside each other. Each call appends a line to a file
 * of its month before the call is sent, so programs need not share a count. Never throws.
 */
export interface CommandCalls {
  readonly count: () => void
  /** The number of calls in the month that holds `moment`. */
  readonly madeIn: (moment: Instant) => number
  /** The times of the calls in that month, the earliest first. */
  readonly timesIn: (moment: Instant) => readonly Instant[]
}

export interface CommandCallsOptions {
  /** The folder of `commands-2026-10.log` and so on; created if it is missing. */
  readonly folder: string
  readonly clock: Pick<Clock, 'now' | 'error'>
  readonly log: Log
}

/** A time as `toISOString` writes it, and a line feed. */
const bytesPerLine = 25
const fileName = /^commands-\d{4}-\d{2}\.log$/
const nameOf = (month: string): string => `commands-${month}.log`

export function openCommandCalls({ folder, clock, log }: CommandCallsOptions): CommandCalls {
  const fileFor = (moment: Instant): string => join(folder, nameOf(monthName(moment)))
  let lastKnown = 0
  return {
    count() {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 })
        const files = readdirSync(folder).filter((name) => fileName.test(name))
        const name = nameNow(files, clock)
        appendFileSync(join(folder, name), `${new Date(clock.now()).toISOString()}\n`, { mode: 0o600 })
        for (const old of files.filter((one) => one < name)) rmSync(join(folder, old))
      } catch (cause) {
        log.warn('calls.not-written', { cause })
      }
    },
    madeIn(moment) {
      try {
        const size = statSync(fileFor(moment), { throwIfNoEntry: false })?.size ?? 0
        lastKnown = Math.floor(size / bytesPerLine)
      } catch {
        // The disk does not answer. The last known times count until a later call succeeds.
      }
      return lastKnown
    },
    timesIn: (moment) => timesIn(fileFor(moment), log),
  }
}

/**
 * The file of the present month. While the time is unconfirmed, never an earlier month than that of the
 * latest file.
 */
function nameNow(files: readonly string[], clock: CommandCallsOptions['clock']): string {
  const now = nameOf(monthName(clock.now()))
  const latest = files.toSorted().at(-1) ?? now
  return Number.isFinite(clock.error()) || latest < now ? now : latest
}

function timesIn(file: string, log: Log): readonly Instant[] {
  try {
    if (statSync(file, { throwIfNoEntry: false }) === undefined) return []
    const times = readFileSync(file, 'utf8').split('\n').map(Date.parse)
    return times.filter((time) => Number.isFinite(time)).map(instantOf)
  } catch (cause) {
    log.warn('calls.unreadable', { cause })
    return []
  }
}
