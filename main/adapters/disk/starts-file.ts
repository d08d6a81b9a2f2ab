import { readFileSync } from 'node:fs'
import { uptime } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import writeFileAtomic from 'write-file-atomic'
import type { Log } from '../../../engine/ports.ts'
import { type Deaths, deathsAfter, noDeaths } from '../../../shared/panel/crash-loop.ts'

export interface StartsFileParts {
  /** Made if it isn't there; the file is `starts.json` in it. */
  readonly folder: string
  readonly log: Log
  /** Of the program. Of the deaths of another version nothing follows for this one. */
  readonly version: string
  /** How long the tablet has been on, ms: a clock that nobody sets, and that all of its starts share. */
  readonly upFor?: () => number
}

/** This start of the program, told on disk, so that the next one knows how often it died. */
export interface Start {
  /** How the starts before it ended. */
  readonly deaths: Deaths
  /** The door has been well for some seconds. */
  readonly isWell: () => void
  /** The program ends because somebody wants it to. */
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
 * Notes that the program begins. What the disk doesn't take or give is as if nothing had ever died: a panel that can't count
 * its crashes is still a panel. Written at once, for a crash gives no time.
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
  // Another version, one that somebody ended, or one before the tablet was switched off, as far as that can be told.
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
