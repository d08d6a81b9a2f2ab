import { join } from 'node:path'
import type { Audit, AuditEntry, DoorAuditEntry, RoomAuditEntry } from '../../../engine/audit.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { createRotatingFile } from './rotating-file.ts'

export interface AuditFileOptions {
  /** The folder of `audit.jsonl`; created if it is missing. */
  readonly folder: string
  readonly bytesPerFile?: number
  /**
   * Also gets each line, even if the disk refused it. It keeps the line where the panel's user can't remove
   * it.
   */
  readonly copy?: ((line: string) => void) | undefined
}

/** The greatest number of files, the current one included. */
const files = 5

/**
 * The audit file: one line of JSON for each entry, which is on the disk itself before the call resolves. Some
 * ten thousand entries fit.
 */
export function createAuditFile({ folder, bytesPerFile = 1_000_000, copy }: AuditFileOptions): Audit {
  const file = createRotatingFile(join(folder, 'audit.jsonl'), bytesPerFile, files, { flush: true })
  const append = (entry: object): Result<void, unknown> => {
    const line = JSON.stringify(entry)
    copy?.(`audit ${line}`)
    try {
      file.append(`${line}\n`)
      return ok(undefined)
    } catch (cause) {
      return err(cause)
    }
  }
  return {
    enter: async (entry) => append(lineOf(entry)),
    enterRoom: async (entry) => append(roomLineOf(entry)),
    enterDoor: async (entry) => append(doorLineOf(entry)),
  }
}

const lineOf = ({ at, verdict, booking, when, outcome }: AuditEntry) => ({
  time: isoOf(at),
  step: outcome === undefined ? 'sending' : 'settled',
  verdict,
  booking,
  ...(when !== undefined && { start: isoOf(when.start), end: isoOf(when.end) }),
  ...(outcome !== undefined && { outcome: outcome.kind }),
  ...(outcome?.kind === 'refused' && { reason: outcome.reason }),
})

const roomLineOf = ({ at, from, to, outcome }: RoomAuditEntry) => ({
  time: isoOf(at),
  step: outcome === undefined ? 'storing' : 'settled',
  room: { from, to },
  ...(outcome !== undefined && { outcome: outcome.kind }),
  ...(outcome?.kind === 'refused' && { reason: outcome.reason }),
})

const doorLineOf = (entry: DoorAuditEntry) => {
  const about = { time: isoOf(entry.at), step: entry.kind }
  switch (entry.kind) {
    case 'checkIn':
      return { ...about, booking: entry.booking }
    case 'end':
      return { ...about, booking: entry.booking, outcome: entry.answer ?? 'sending' }
    case 'reserve':
      return {
        ...about,
        wish: entry.wish,
        room: entry.room,
        start: isoOf(entry.start),
        end: isoOf(entry.end),
        outcome: entry.outcome ?? 'sending',
      }
    case 'pin':
      return {
        ...about,
        ...(entry.isRight ? { outcome: 'right' } : { outcome: 'wrong', inARow: entry.inARow }),
      }
  }
}

const isoOf = (ms: number): string => new Date(ms).toISOString()
