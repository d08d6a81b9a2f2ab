import type { Journal, Storage } from '../../../engine/ports.ts'
import { reasonIn } from '../reason-in.ts'
import { type Check, failed, fine, type Finding } from './check.ts'

export interface DiskCheckParts {
  readonly journal: Pick<Journal, 'read'>
  readonly storage: Storage
}

/** Logs, journal and status together take less than a third of this. Bytes. */
const leastFree = 50_000_000

/** The panel's files, and whether the disk can store more. */
export const diskChecks = ({ journal, storage }: DiskCheckParts): readonly Check[] => [
  {
    name: 'disk',
    look: async () => {
      const free = await storage.free()
      if (!free.ok) return failed('notWritable', reasonIn(free.error))
      const told = `${Math.floor(free.value / 1_000_000)} MB free`
      return free.value < leastFree ? failed('diskFull', told) : fine(told)
    },
  },
  {
    name: 'journal',
    look: async () => {
      const written = await storage.takesFiles()
      return written.ok ? contentFinding(journal) : failed('notWritable', reasonIn(written.error))
    },
  },
  {
    name: 'series guard',
    needs: ['journal'],
    look: async () => {
      const read = await journal.read()
      const harm = read.ok && read.value.kind === 'found' ? read.value.content.seriesHarm : undefined
      return harm === undefined
        ? fine('off')
        : failed('seriesGuard', `since ${new Date(harm.at).toISOString()}`)
    },
  },
]

async function contentFinding(journal: Pick<Journal, 'read'>): Promise<Finding> {
  const read = await journal.read()
  if (!read.ok) return failed('journalUnreadable', reasonIn(read.error.cause))
  if (read.value.kind === 'missing') return fine('nothing kept yet')
  if (read.value.kind === 'lost') return failed('journalLost')
  if (read.value.kind === 'corrupt') return failed('journalCorrupt')
  const { checkIns, completeSince } = read.value.content
  return completeSince === 'unknown' ? failed('journalIncomplete') : fine(`${checkIns.length} check-ins`)
}
