import pLimit from 'p-limit'
import type { CheckIn } from '../../shared/check-in/check-in.ts'
import { joined } from '../../shared/check-in/presence.ts'
import { contentOf } from '../../shared/panel/journal-state.ts'
import { emptyJournal, type JournalContent, pruned } from '../../shared/panel/journal.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Instant } from '../../shared/time/time.ts'
import type { Clock, Journal, JournalProblem, Log } from '../ports.ts'
import type { PanelStore } from './panel-store.ts'

/**
 * Writes an entry to the journal, together with all check-ins that are not on the disk yet; one entry after
 * the other. Resolves when they are on the disk, and the panel knows it. If the disk refuses, the panel knows
 * that, and the journal is unchanged.
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
  const inTurn = pLimit(1)
  void inTurn(() => open(parts))
  return (enter) => inTurn(() => record(parts, enter))
}

/** A journal that could not be read is not overwritten, because earlier check-ins would be lost. */
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
  // By an unconfirmed time all entries may seem long over, so none is removed.
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

/** A new journal in place of one that may have held check-ins. */
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

/** Replaces "unknown" by the present time once the server has answered. */
const dated = (content: JournalContent, now: Instant): JournalContent =>
  content.completeSince === 'unknown' ? { ...content, completeSince: now } : content
