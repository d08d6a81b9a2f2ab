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
import { keptInstant } from '../../../shared/kept/kept-instant.ts'

export interface CallCounterOptions {
  /** The folder of `calls.json`; created if it is missing. */
  readonly folder: string
  readonly clock: Clock
  readonly log: Log
  readonly disk?: Disk
  /** The calls of commands that run beside the panel. They count as spent, too. */
  readonly commands?: Pick<CommandCalls, 'madeIn'>
}

/**
 * The file is written ahead of the count. It claims this many calls at once, and the next ones while half of
 * them are left. A call therefore does not wait for the disk, and the file holds every call even if the panel
 * is killed. It may count up to this many calls that were never made.
 */
const claimedAtOnce = 10

/**
 * Opens the count. The month comes from the server's time, or from the tablet's until the first answer. An
 * unreadable file counts as missing: see `shareAt`.
 */
export async function openCallCounter(options: CallCounterOptions): Promise<CallCounter> {
  const { folder, clock, log, disk = realDisk, commands } = options
  const file = join(folder, 'calls.json')
  let ledger = await read(file, disk, log)
  /** The ledger that the file has, or is about to have. */
  let claimed = ledger
  let writing: Promise<void> = Promise.resolve()

  const isSure = (): boolean => Number.isFinite(clock.error())
  const write = async (before: Promise<void>, next: CallLedger): Promise<void> => {
    await before
    try {
      await replaceFile(disk, file, textOf(next))
    } catch (cause) {
      // The next call claims again, because a claim that is on no disk is lost when the panel ends.
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

/** More calls than any panel makes in a month. */
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
    // The file can't be read, or holds no count. In both cases the panel gets only the share of the rest of
    // the month.
    log.warn('calls.unreadable', { cause })
    return undefined
  }
}
