import { readFileSync } from 'node:fs'
import { uptime } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import writeFileAtomic from 'write-file-atomic'
import type { Log } from '../../../engine/ports.ts'
import { type Deaths, deathsAfter, noDeaths } from '../../../shared/panel/crash-loop.ts'

export interface StartsFileParts {
  /** The folder of `starts.json`; created if it is missing. */
  readonly folder: string
  readonly log: Log
  /** The program's version. Deaths of another version don't count for this one. */
  readonly version: string
  /**
   * How long the tablet has been on, ms: a clock that is never set, and that all starts of the program share.
   */
  readonly upFor?: () => number
}

/**
 * This start of the program, recorded on the disk, so that the next start knows how often the program died.
 */
export interface Start {
  /** The deaths of earlier starts. */
  readonly deaths: Deaths
  /** Records that the door has been well for some seconds. */
  readonly isWell: () => void
  /** Records that the program ends on request. */
  readonly isEnding: () => void
}

const deathsSchema = v.strictObject({ inARow: v.number(), lately: v.pipe(v.array(v.number()), v.readonly()) })
const startsSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.strictObject({
    version: v.string(),
    deaths: deathsSchema,
    began: v.number(),
    state: v.picklist(['begun', 'well', 'ended']),
  }),
)

type Starts = v.InferOutput<typeof startsSchema>

/**
 * Records that the program begins. If the disk fails, the program counts no deaths: a panel that can't count
 * its crashes must still run. Written synchronously, because a crash leaves no time.
 */
export function noteStart({ folder, log, version, upFor = () => uptime() * 1000 }: StartsFileParts): Start {
  const file = join(folder, 'starts.json')
  const now = upFor()
  const deaths = deathsSince(read(file, log), version, now)
  const write = (state: Starts['state']): void => {
    try {
      const starts: Starts = { version, deaths, began: now, state }
      writeFileAtomic.sync(file, `${JSON.stringify(starts)}\n`, { mode: 0o600 })
    } catch (cause) {
      log.warn('starts.not-written', { cause })
    }
  }
  write('begun')
  return { deaths, isWell: () => write('well'), isEnding: () => write('ended') }
}

function deathsSince(last: Starts | undefined, version: string, now: number): Deaths {
  // No deaths follow from a start of another version, from one that was ended on request, or from one before
  // the tablet was switched off, as far as that can be told.
  if (last === undefined || last.version !== version) return noDeaths
  if (last.state === 'ended' || last.began > now) return noDeaths
  return deathsAfter(last.deaths, { at: now, wasWell: last.state === 'well' })
}

function read(file: string, log: Log): Starts | undefined {
  try {
    return v.parse(startsSchema, readFileSync(file, 'utf8'))
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
    if (!isMissing) log.warn('starts.unreadable', { cause })
    return undefined
  }
}
