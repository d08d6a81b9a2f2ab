import { emptyJournal, type JournalContent } from './journal.ts'

/**
 * The journal as it is on the disk. `unreadable`: the disk does not give it; `failed`: the disk did not
 * accept the last entry.
 */
export type JournalState =
  | { readonly kind: 'unread' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'kept'; readonly content: JournalContent }
  | { readonly kind: 'failed'; readonly content: JournalContent }

/** Whether the disk refused to read or to write the journal. */
export const isRefused = ({ kind }: JournalState): boolean => kind === 'failed' || kind === 'unreadable'

export const contentOf = (journal: JournalState): JournalContent =>
  'content' in journal ? journal.content : emptyJournal

export const failedAfter = (journal: JournalState): JournalState =>
  'content' in journal ? { ...journal, kind: 'failed' } : { kind: 'unreadable' }
