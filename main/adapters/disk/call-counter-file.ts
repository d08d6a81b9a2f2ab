import { join } from 'node:path'
import * as v from 'valibot'
import type { CallCounter, Clock, Log } from '../../../engine/ports.ts'
import {
  type CallLedger,
  countedAt,
  monthAt,
  type MonthCount,
  shareAt,
  withCall,
} from '../../../shared/budget/call-ledger.ts'
import type { CommandCalls } from './command-calls-file.ts'
import { type Disk, realDisk, replaceFile } from './disk.ts'
import { keptInstant } from './kept-instant.ts'

export interface CallCounterOptions {
  /** Made if it isn't there; the count is `calls.json` in it. */
  readonly folder: string
  readonly clock: Clock
  readonly log: Log
  readonly disk?: Disk
  /** What commands call beside the panel: it is spent, too. */
  readonly commands?: Pick<CommandCalls, 'madeIn'>
}

/**
 * The file is written ahead of the count: it claims so many calls at once, and the next so many while half of them are
 * left. So the disk is not waited for at each call, and a panel that is killed has made no call that the file doesn't have; it
 * counts at most these as made that never were.
 */
const claimedAtOnce = 10

/** Counts by the server's time, or by the tablet's as long as no answer says another. A file that can't be understood is as if there were none: see `shareAt`. */
export async function openCallCounter(options: CallCounterOptions): Promise<CallCounter> {
  const { folder, clock, log, disk = realDisk, commands } = options
  const file = join(folder, 'calls.json')
  let ledger = await read(file, disk, log)
  /** What the file has, or is about to have. */
  let claimed = ledger
  let writing: Promise<void> = Promise.resolve()

  const isSure = (): boolean => Number.isFinite(clock.error())
  const write = async (before: Promise<void>, next: CallLedger): Promise<void> => {
    await before
    try {
      await replaceFile(disk, file, textOf(next))
    } catch (cause) {
      // The next call claims anew: what is on no disk is forgotten when the panel ends.
      if (claimed === next) claimed = undefined
      log.warn('calls.not-written', { cause })
    }
  }
  const claim = (counted: CallLedger): void => {
    claimed = { ...counted, calls: counted.calls + claimedAtOnce }
    writing = write(writing, claimed)
  }
  return {
    count() {
      ledger = withCall(ledger, clock.now(), isSure())
      const isCovered = claimed?.month === ledger.month && ledger.calls <= claimed.calls - claimedAtOnce / 2
      if (!isCovered) claim(ledger)
    },
    shareOf(callsPerMonth) {
      const at = countedAt(ledger, clock.now(), isSure())
      const share = shareAt(ledger, callsPerMonth, at)
      return { ...share, spent: share.spent + (commands?.madeIn(at) ?? 0) }
    },
  }
}

/** No panel makes so many calls in a month. */
const mostCalls = 10_000_000

const count = {
  month: keptInstant,
  countedSince: keptInstant,
  calls: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostCalls)),
}

const isOfOneMonth = ({ month, countedSince }: MonthCount): boolean => month === monthAt(countedSince).start

const ledgerSchema = v.pipe(
  v.strictObject({
    version: v.literal(1),
    ...count,
    isGuessed: v.exactOptional(v.literal(true)),
    confirmed: v.exactOptional(
      v.pipe(
        v.strictObject(count),
        v.check((counted) => isOfOneMonth(counted)),
      ),
    ),
  }),
  v.check((counted) => isOfOneMonth(counted), 'counted in that month'),
)

const textOf = (ledger: CallLedger): string => `${JSON.stringify({ version: 1, ...ledger })}\n`

async function read(file: string, disk: Disk, log: Log): Promise<CallLedger | undefined> {
  try {
    const text = await disk.read(file)
    if (text === undefined) return undefined
    const { version: _, ...ledger } = v.parse(v.pipe(v.string(), v.parseJson(), ledgerSchema), text)
    return ledger
  } catch (cause) {
    // Whether the disk doesn't give it or it is no count: only the rest of the month is the panel's.
    log.warn('calls.unreadable', { cause })
    return undefined
  }
}
