import type { CheckIn } from '../../shared/check-in/check-in.ts'
import { joined } from '../../shared/check-in/presence.ts'
import { contentOf } from '../../shared/panel/journal-state.ts'
import { emptyJournal, type JournalContent, pruned } from '../../shared/panel/journal.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Instant } from '../../shared/time/time.ts'
import type { Clock, Journal, JournalProblem, Log } from '../ports.ts'
import type { PanelStore } from './panel-store.ts'

/**
 * Puts an entry into the journal, and with it all check-ins that the disk doesn't have yet. Resolves when they are on disk,
 * and the panel knows it; one entry after the other. If the disk doesn't take it, the panel knows that, and the journal is
 * as it was.
 */
export type RecordInJournal = (enter: Entering) => Promise<Result<void, JournalProblem>>

type Entering = (content: JournalContent) => JournalContent

export interface JournalParts {
  readonly journal: Journal
  readonly clock: Clock
  readonly panel: PanelStore
  readonly log: Log
}

/** Opens the journal at once. */
export function createRecordInJournal(parts: JournalParts): RecordInJournal {
  let last: Promise<unknown> = open(parts)
  return (enter) => {
    const recorded = last.then(() => record(parts, enter))
    last = recorded
    return recorded
  }
}

/** What was never read is not written over: who checked in before the panel began would be forgotten. */
async function record(parts: JournalParts, enter: Entering): Promise<Result<void, JournalProblem>> {
  const isOpen = 'content' in parts.panel.current().journal
  const opened = isOpen ? ok(undefined) : await open(parts)
  if (!opened.ok) return opened
  const { unsaved } = parts.panel.current()
  return keep(parts, entered(parts, enter, unsaved), unsaved)
}

function entered(
  { panel, clock }: JournalParts,
  enter: Entering,
  unsaved: readonly CheckIn[],
): JournalContent {
  const known = contentOf(panel.current().journal)
  const content = enter({ ...known, checkIns: joined(known.checkIns, unsaved) })
  // By a time that nobody confirmed everything may seem long over.
  return Number.isFinite(clock.error()) ? pruned(dated(content, clock.now()), clock.now()) : content
}

async function open(parts: JournalParts): Promise<Result<void, JournalProblem>> {
  const { journal, panel } = parts
  const read = await journal.read()
  if (!read.ok) return failed(parts, read.error)
  switch (read.value.kind) {
    case 'found':
      panel.apply({ kind: 'journalKept', content: read.value.content })
      return ok(undefined)
    case 'missing':
      return keep(parts, emptyJournal, [], true)
    case 'lost':
      parts.log.error('journal.lost')
      return keep(parts, incomplete, [])
    case 'corrupt':
      return setAside(parts)
  }
}

/** Check-ins may have been in the journal that it takes the place of. */
const incomplete: JournalContent = { ...emptyJournal, completeSince: 'unknown' }

async function setAside(parts: JournalParts): Promise<Result<void, JournalProblem>> {
  const aside = await parts.journal.setAside()
  if (!aside.ok) return failed(parts, aside.error)
  parts.log.error('journal.set-aside', { file: aside.value })
  return keep(parts, incomplete, [])
}

async function keep(
  parts: JournalParts,
  content: JournalContent,
  saved: readonly CheckIn[],
  isFirst = false,
): Promise<Result<void, JournalProblem>> {
  const written = await parts.journal.write(content)
  if (!written.ok) return failed(parts, written.error)
  parts.panel.apply({ kind: 'journalKept', content, saved, ...(isFirst && { isFirst }) })
  return written
}

function failed({ panel, log }: JournalParts, problem: JournalProblem): Result<never, JournalProblem> {
  log.error('journal.failed', { ...problem })
  panel.apply({ kind: 'journalFailed' })
  return err(problem)
}

/** Once the server has been heard, "unknown" is over. */
const dated = (content: JournalContent, now: Instant): JournalContent =>
  content.completeSince === 'unknown' ? { ...content, completeSince: now } : content
