import type { JournalContent } from '../../../shared/panel/journal.ts'
import type { MemoryJournal } from './memory-journal.ts'

/** Calls `meanwhile` at each write, before anything of it is on this disk. */
export function whileWriting(
  journal: MemoryJournal,
  meanwhile: (content: JournalContent) => Promise<unknown> | void,
): void {
  const { write } = journal
  Object.assign(journal, {
    write: async (content: JournalContent) => {
      await meanwhile(content)
      return write(content)
    },
  })
}
