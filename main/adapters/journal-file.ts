import { join } from 'node:path'
import { err, ok } from '../../shared/result.ts'
import type { Journal, JournalProblem } from '../ports.ts'
import { type Disk, realDisk } from './disk.ts'
import { journalFromText, journalText } from './journal-text.ts'

export interface JournalFileOptions {
  /** Made if it isn't there; the journal is `journal.json` in it. */
  readonly folder: string
  readonly disk?: Disk
}

/**
 * The journal as one file of JSON, always written anew and then put in the place of the old one: after a power cut one of
 * the two is there, whole. What can't be understood is set aside for IT, in the place of what was set aside before.
 */
export function createJournalFile({ folder, disk = realDisk }: JournalFileOptions): Journal {
  const file = join(folder, 'journal.json')
  const aside = join(folder, 'journal.set-aside.json')
  return {
    async read() {
      try {
        const text = await disk.read(file)
        if (text === undefined) {
          // Set aside, and then nothing was kept anew: the panel died, or the disk was full.
          const isAside = (await disk.read(aside)) !== undefined
          return ok(isAside ? { kind: 'setAside', file: aside } : { kind: 'missing' })
        }
        const content = journalFromText(text)
        if (content !== undefined) return ok({ kind: 'found', content })
        await disk.rename(file, aside)
        await disk.syncFolder(folder)
        return ok({ kind: 'setAside', file: aside })
      } catch (cause) {
        return err(problem('unreadable', cause))
      }
    },
    async write(content) {
      const next = `${file}.next`
      try {
        await disk.writeSynced(next, journalText(content))
        await disk.rename(next, file)
        await disk.syncFolder(folder)
        return ok(undefined)
      } catch (cause) {
        return err(problem('unwritable', cause))
      }
    },
  }
}

const problem = (code: JournalProblem['code'], cause: unknown): JournalProblem => ({ code, cause })
