import { join } from 'node:path'
import type { Journal } from '../../../engine/ports.ts'
import { attemptOnDisk } from './attempt.ts'
import { type Disk, realDisk, replaceFile } from './disk.ts'
import { journalFromText, journalText } from './journal-text.ts'

export interface JournalFileOptions {
  /** The folder of `journal.json`; created if it is missing. */
  readonly folder: string
  readonly disk?: Disk
}

/**
 * The journal as one file of JSON, always written as a whole and then renamed over the old one: after a power
 * cut one of the two is there, whole. A journal that is set aside replaces the one that was set aside before.
 * A second file records that a journal exists, so that a lost one (a repaired file system, a mistaken
 * deletion) is not taken for a first start.
 */
export function createJournalFile({ folder, disk = realDisk }: JournalFileOptions): Journal {
  const file = join(folder, 'journal.json')
  const aside = join(folder, 'journal.set-aside.json')
  const begun = join(folder, 'journal.begun')
  let isMarked = false

  const mark = async (): Promise<void> => {
    if (!isMarked && (await disk.read(begun)) === undefined) await replaceFile(disk, begun, whyMarked)
    isMarked = true
  }
  return {
    read: () =>
      attemptOnDisk('unreadable', async () => {
        const text = await disk.read(file)
        if (text === undefined) return { kind: (await disk.read(begun)) === undefined ? 'missing' : 'lost' }
        const content = journalFromText(text)
        return content === undefined ? { kind: 'corrupt' } : { kind: 'found', content }
      }),
    setAside: () =>
      attemptOnDisk('unwritable', async () => {
        await replaceFile(disk, aside, (await disk.read(file)) ?? '')
        return aside
      }),
    write: (content) =>
      attemptOnDisk('unwritable', async () => {
        await replaceFile(disk, file, journalText(content))
        await mark()
      }),
  }
}

const whyMarked = 'There is a journal beside this file. If it is gone, check-ins may be missing.\n'
