import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import writeFileAtomic from 'write-file-atomic'
import type { Clock, Log } from '../../../engine/ports.ts'
import { isSameStatus, type Status, type StatusShown } from '../../../shared/snapshot/status.ts'
import { seconds } from '../../../shared/time/time.ts'
import { keptInstant } from './kept-instant.ts'

/**
 * Where the panel says what the door shows, for `room-panel status`: it opens no port. On a tablet that is first a folder in memory
 * (`ROOM_PANEL_STATUS_FOLDER`), which a full disk does not touch and a restart of the tablet empties. The one in the panel's own
 * folder tells after such a restart what was shown before it; that it can't be written tells of the disk.
 */
export const statusFilesIn = (
  folder: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): readonly string[] =>
  [environment['ROOM_PANEL_STATUS_FOLDER'] || undefined, folder]
    .filter((place) => place !== undefined)
    .map((place) => join(place, 'status.json'))

/** What is older is written again at the next occasion, so that its age tells whether the panel still speaks, ms. */
const longestPause = seconds(30)

export interface StatusWriterParts {
  /** All of them are written. */
  readonly files: readonly string[]
  readonly clock: Pick<Clock, 'elapsed'>
  readonly log: Log
  /** Of the program. */
  readonly version: string
  /** The disk did not take it. */
  readonly onRefused: () => void
}

/** What the page, the display and the rules say beside what the panel's state says. */
export type StatusBeside = Pick<Status, 'pageAt' | 'unreachable' | 'calm'>

export type WriteStatus = (shown: StatusShown, beside?: StatusBeside) => void

/** Keeps the files true: gives what is to be called with each thing that the door shows. What is new is written at once. */
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
    // Once for each time that a disk is full: the log may lie on it, too.
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

/** That the page has answered is news once: when it last did, the next writing says. */
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
  pageAt: v.exactOptional(keptInstant),
  unreachable: v.exactOptional(v.string()),
  version: v.exactOptional(v.string()),
  calm: v.exactOptional(v.string()),
})

export interface ReadStatus {
  readonly status: v.InferOutput<typeof statusSchema>
  /** How long ago it was written by the tablet's own clock, ms; negative if that was put back since. */
  readonly age: number
}

/**
 * What a panel last wrote, in the first of these files that has a word of it; undefined if none has. `now` is the tablet's own
 * time, epoch ms.
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
    // Whether it isn't there or is half of a file: there is no status, and the command says so.
    return undefined
  }
}
