import { emptyJournal, type JournalContent } from './journal.ts'

/** The journal as it lies on the disk. `unreadable`, `failed`: the disk does not give it, or did not take the last entry. */
export type JournalState =
  | { readonly kind: 'unread' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'kept'; readonly content: JournalContent }
  | { readonly kind: 'failed'; readonly content: JournalContent }

/** The disk said no. */
export const isRefused = ({ kind }: JournalState): boolean => kind === 'failed' || kind === 'unreadable'

export const contentOf = (journal: JournalState): JournalContent =>
  'content' in journal ? journal.content : emptyJournal

export const failedAfter = (journal: JournalState): JournalState =>
  'content' in journal ? { ...journal, kind: 'failed' } : { kind: 'unreadable' }
