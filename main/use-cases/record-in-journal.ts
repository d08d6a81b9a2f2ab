import { emptyJournal, type JournalContent, pruned } from '../../shared/domain/journal.ts'
import { contentOf } from '../../shared/domain/panel.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { Clock, Journal, JournalProblem, Log } from '../ports.ts'

/**
 * Puts an entry into the journal. Resolves when it is on disk, and the panel knows it; one entry after the other. If the
 * disk doesn't take it, the panel knows that, and the journal is as it was.
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

async function record(parts: JournalParts, enter: Entering): Promise<Result<void, JournalProblem>> {
  const { clock, panel } = parts
  const isOpen = 'content' in panel.current().journal
  const opened = isOpen ? ok(undefined) : await open(parts)
  if (!opened.ok) return opened
  return keep(parts, pruned(dated(enter(contentOf(panel.current().journal)), clock), clock.now()))
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
      panel.apply({ kind: 'journalKept', content: emptyJournal })
      return ok(undefined)
    case 'corrupt':
      return begin(parts)
  }
}

/** A new journal in the place of one that can't be understood: check-ins may have been in that. */
async function begin(parts: JournalParts): Promise<Result<void, JournalProblem>> {
  const aside = await parts.journal.setAside()
  if (!aside.ok) return failed(parts, aside.error)
  parts.log.error('journal.set-aside', { file: aside.value })
  return keep(parts, { ...emptyJournal, completeSince: 'unknown' })
}

async function keep(parts: JournalParts, content: JournalContent): Promise<Result<void, JournalProblem>> {
  const written = await parts.journal.write(content)
  if (!written.ok) return failed(parts, written.error)
  parts.panel.apply({ kind: 'journalKept', content })
  return written
}

function failed({ panel, log }: JournalParts, problem: JournalProblem): Result<never, JournalProblem> {
  log.error('journal.failed', { ...problem })
  panel.apply({ kind: 'journalFailed' })
  return err(problem)
}

/** Once the server has been heard, "unknown" is over. */
const dated = (content: JournalContent, clock: Clock): JournalContent =>
  content.completeSince === 'unknown' && Number.isFinite(clock.error())
    ? { ...content, completeSince: clock.now() }
    : content
