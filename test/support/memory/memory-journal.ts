import type { Journal, JournalProblem, JournalRead } from '../../../engine/ports.ts'
import { emptyJournal, type JournalContent } from '../../../shared/panel/journal.ts'
import { err, ok } from '../../../shared/result.ts'

/** A journal in memory, begun and empty by default. */
export interface MemoryJournal extends Journal {
  /** What lies on this disk. */
  kept: JournalRead
  /** While set, the disk says no. */
  failing: JournalProblem['code'] | undefined
  readonly written: JournalContent[]
}

export function createMemoryJournal(
  kept: JournalRead = { kind: 'found', content: emptyJournal },
): MemoryJournal {
  const journal: MemoryJournal = {
    kept,
    failing: undefined,
    written: [],
    read: async () => (journal.failing === 'unreadable' ? refused('unreadable') : ok(journal.kept)),
    setAside: async () =>
      journal.failing === undefined ? ok('/journal.set-aside.json') : refused('unwritable'),
    write: async (content) => {
      if (journal.failing !== undefined) return refused('unwritable')
      journal.written.push(content)
      journal.kept = { kind: 'found', content }
      return ok(undefined)
    },
  }
  return journal
}

const refused = (code: JournalProblem['code']) => err({ code, cause: new Error('The disk of this test') })
