import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import writeFileAtomic from 'write-file-atomic'
import type { Clock, Log } from '../../../engine/ports.ts'
import { isSameStatus, type Status, type StatusShown } from '../../../shared/snapshot/status.ts'
import { seconds } from '../../../shared/time/time.ts'
import { keptInstant } from '../../../shared/kept/kept-instant.ts'

/**
 * The files in which the panel writes the door's state for `room-panel status`, because it opens no port. On
 * a tablet the first is in a folder in memory (`ROOM_PANEL_STATUS_FOLDER`), which a full disk does not affect
 * and a restart of the tablet empties. The second is in the panel's own folder. After a restart it shows the
 * state from before, and failing to write it reveals a fault of the disk.
 */
export const statusFilesIn = (
  folder: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): readonly string[] =>
  [environment['ROOM_PANEL_STATUS_FOLDER'] || undefined, folder]
    .filter((place) => place !== undefined)
    .map((place) => join(place, 'status.json'))

/**
 * A status older than this is written again at the next occasion, so that its age shows whether the panel
 * still works, ms.
 */
const longestPause = seconds(30)

export interface StatusWriterParts {
  /** The files to write, all of them each time. */
  readonly files: readonly string[]
  readonly clock: Pick<Clock, 'elapsed'>
  readonly log: Log
  /** The program's version. */
  readonly version: string
  /** Called when a file could not be written. */
  readonly onRefused: () => void
}

/** The part of the status that comes from the page, the display and the rules. */
export type StatusBeside = Pick<Status, 'pageAt' | 'unreachable' | 'calm'>

export type WriteStatus = (shown: StatusShown, beside?: StatusBeside) => void

/** Returns the function to call with each state of the door. It writes a changed state at once. */
export function createStatusWriter(parts: StatusWriterParts): WriteStatus {
  const { files, clock, log, version, onRefused } = parts
  let last: { readonly shown: StatusShown; readonly beside: StatusBeside; readonly at: number } | undefined
  let isFailing = false

  const write = async (status: Status): Promise<void> => {
    const text = `${JSON.stringify({ ...status, version })}\n`
    const written = await Promise.allSettled(
      files.map((file) => writeFileAtomic(file, text, { mode: 0o600 })),
    )
    const refused = written.find((result) => result.status === 'rejected')
    // Logged once each time a disk becomes full, because the log may be on the same disk.
    if (refused && !isFailing) log.warn('status.not-written', { cause: refused.reason })
    isFailing = refused !== undefined
    if (isFailing) onRefused()
  }
  return (shown, beside = {}) => {
    const same = last !== undefined && isSameStatus(last.shown, shown) ? last : undefined
    const isRecent = same !== undefined && clock.elapsed() - same.at < longestPause
    if (isRecent && !isNews(same.beside, beside)) return
    const { since } = (same ?? { shown }).shown
    last = { shown: { ...shown, since }, beside, at: clock.elapsed() }
    void write({ ...last.shown, ...beside })
  }
}

/**
 * Whether the status must be written at once. Only the page's first answer is news; the next write has the
 * time of its last one.
 */
const isNews = (told: StatusBeside = {}, now: StatusBeside): boolean =>
  told.unreachable !== now.unreachable ||
  told.calm !== now.calm ||
  (told.pageAt === undefined && now.pageAt !== undefined)

const statusSchema = v.looseObject({
  at: keptInstant,
  since: keptInstant,
  occupancy: v.string(),
  reason: v.exactOptional(v.string()),
  booking: v.exactOptional(v.string()),
  releaseAt: v.exactOptional(keptInstant),
  connection: v.string(),
  readAt: v.exactOptional(keptInstant),
  isKeepingNothing: v.exactOptional(v.boolean()),
  pageAt: v.exactOptional(keptInstant),
  unreachable: v.exactOptional(v.string()),
  version: v.exactOptional(v.string()),
  calm: v.exactOptional(v.string()),
})

export interface ReadStatus {
  readonly status: v.InferOutput<typeof statusSchema>
  /**
   * How long ago it was written, by the tablet's own clock, ms. Negative if that clock was put back since.
   */
  readonly age: number
}

/**
 * The status that a panel last wrote, from the first readable file; undefined if none is. `now` is the
 * tablet's own time, epoch ms.
 */
export async function readStatus(files: readonly string[], now: number): Promise<ReadStatus | undefined> {
  for (const file of files) {
    // oxlint-disable-next-line no-await-in-loop -- the second is for want of the first
    const read = await readStatusFile(file, now)
    if (read !== undefined) return read
  }
  return undefined
}

async function readStatusFile(file: string, now: number): Promise<ReadStatus | undefined> {
  try {
    const parsed = v.safeParse(statusSchema, JSON.parse(await readFile(file, 'utf8')))
    const { mtimeMs } = await stat(file)
    return parsed.success ? { status: parsed.output, age: now - mtimeMs } : undefined
  } catch {
    // The file is missing or incomplete. There is no status then, and the command reports that.
    return undefined
  }
}
