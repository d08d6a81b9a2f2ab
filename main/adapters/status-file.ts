import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import writeFileAtomic from 'write-file-atomic'
import type { Calm } from '../../shared/domain/calm.ts'
import type { Snapshot } from '../../shared/domain/snapshot.ts'
import type { Obstacle } from '../../shared/domain/obstacle.ts'
import { isSameStatus, type Status, statusOf } from '../../shared/domain/status.ts'
import { type Instant, seconds } from '../../shared/domain/time.ts'
import type { Log } from '../ports.ts'
import { keptInstant } from './kept-instant.ts'

/** Where the panel says what the door shows, for `room-panel status`: it opens no port. */
export const statusFileIn = (folder: string): string => join(folder, 'status.json')

/** The page answers every few seconds at times; a disk need not take each of them. */
const betweenPageTimes = seconds(30)

export interface StatusWriterParts {
  readonly file: string
  readonly log: Log
  /** When the page last answered. */
  readonly pageAt: () => Instant | undefined
  /** What keeps people from seeing or touching it. */
  readonly obstacle: () => Obstacle | undefined
  readonly calm: () => Calm | undefined
  /** Of the program. */
  readonly version: string
  /** The disk did not take it. */
  readonly onRefused: () => void
}

/** Keeps the file true: gives what is to be called with each snapshot. Only what changed is written. */
export function createStatusWriter(parts: StatusWriterParts): (snapshot: Snapshot) => void {
  const { file, log, version } = parts
  let shown: Status | undefined
  let told: Pick<Status, 'pageAt' | 'unreachable' | 'calm'> = {}
  return (snapshot) => {
    const status = statusOf(snapshot)
    const [pageAt, unreachable, calm] = [parts.pageAt(), parts.obstacle(), parts.calm()]
    const isSame = shown !== undefined && isSameStatus(shown, status)
    const isReachedAlike = unreachable === told.unreachable
    if (isSame && isReachedAlike && calm === told.calm && !isNews(told.pageAt, pageAt)) return
    shown = isSame ? shown : status
    told = {
      ...(pageAt !== undefined && { pageAt }),
      ...(unreachable && { unreachable }),
      ...(calm && { calm }),
    }
    const text = JSON.stringify({ ...shown, ...told, version })
    writeFileAtomic(file, `${text}\n`, { mode: 0o600 }).catch((cause: unknown) => {
      log.warn('status.not-written', { cause })
      parts.onRefused()
    })
  }
}

const isNews = (told: Instant | undefined, answered: Instant | undefined): boolean =>
  answered !== undefined && (told === undefined || Math.abs(answered - told) >= betweenPageTimes)

const statusSchema = v.looseObject({
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

export type WrittenStatus = v.InferOutput<typeof statusSchema>

/** What a panel last wrote there; undefined if none did, or it can't be understood. */
export async function readStatus(file: string): Promise<WrittenStatus | undefined> {
  try {
    const parsed = v.safeParse(statusSchema, JSON.parse(await readFile(file, 'utf8')))
    return parsed.success ? parsed.output : undefined
  } catch {
    // Whether it isn't there or is half of a file: there is no status, and the command says so.
    return undefined
  }
}
