import { expect, test } from 'vitest'
import { createPanelStore } from '../../../engine/panel/panel-store.ts'
import { createRecordInJournal } from '../../../engine/panel/record-in-journal.ts'
import type { JournalRead } from '../../../engine/ports.ts'
import { emptyJournal, type JournalContent } from '../../../shared/panel/journal.ts'
import { days } from '../../../shared/time/time.ts'
import { aCheckIn, anAttempt } from '../../support/a-ghost.ts'
import { at } from '../../support/builders.ts'
import { createMemoryJournal, type MemoryJournal } from '../../support/memory/memory-journal.ts'
import { createMemoryLog } from '../../support/memory/memory-log.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'

function aDesk(journal: MemoryJournal = createMemoryJournal()) {
  const clock = createVirtualClock(at('10:05'))
  const panel = createPanelStore()
  const log = createMemoryLog()
  const record = createRecordInJournal({ journal, clock, panel, log })
  return { clock, panel, log, journal, record, state: () => panel.current().journal }
}

const withCheckIn = (content: JournalContent): JournalContent => ({
  ...content,
  checkIns: [...content.checkIns, aCheckIn],
})
const withAttempt = (content: JournalContent): JournalContent => ({
  ...content,
  attempts: [...content.attempts, anAttempt],
})
const found: JournalRead = { kind: 'found', content: withCheckIn(emptyJournal) }
const corrupt: JournalRead = { kind: 'corrupt' }
const both = withAttempt(withCheckIn(emptyJournal))

test.each<[string, JournalRead, JournalContent]>([
  ['what was kept', found, withCheckIn(emptyJournal)],
  ['an empty one', { kind: 'found', content: emptyJournal }, emptyJournal],
])('opens at once, and finds %s', async (_what, kept, content) => {
  const { clock, state, journal } = aDesk(createMemoryJournal(kept))
  expect(state()).toEqual({ kind: 'unread' })
  await clock.advance(0)
  expect(state()).toEqual({ kind: 'kept', content })
  expect(journal.written).toEqual([])
})

test('begins a journal at the first start, so that one which is gone later is known to be lost', async () => {
  const { clock, state, journal } = aDesk(createMemoryJournal({ kind: 'missing' }))
  await clock.advance(0)
  expect(state()).toEqual({ kind: 'kept', content: emptyJournal })
  expect(journal.written).toEqual([emptyJournal])
})

test('begins another one where it was lost, in which check-ins may be missing', async () => {
  const { clock, state, log } = aDesk(createMemoryJournal({ kind: 'lost' }))
  await clock.advance(0)
  expect(state()).toEqual({ kind: 'kept', content: { ...emptyJournal, completeSince: 'unknown' } })
  expect(log.events()).toContain('journal.lost')
})

test('the panel knows of an entry once it is on disk, and not before', async () => {
  const desk = aDesk()
  const { write } = desk.journal
  let known: unknown
  Object.assign(desk.journal, {
    write: async (content: JournalContent) => {
      const written = await write(content)
      known = desk.state()
      return written
    },
  })
  await desk.record(withCheckIn)
  expect(known).toEqual({ kind: 'kept', content: emptyJournal })
  expect(desk.state()).toEqual({ kind: 'kept', content: withCheckIn(emptyJournal) })
})

test('entries made at the same time are written one after the other, and none is lost', async () => {
  const { record, journal, state } = aDesk(createMemoryJournal())
  const results = await Promise.all([record(withCheckIn), record(withAttempt)])
  expect(results.map(({ ok }) => ok)).toEqual([true, true])
  expect(journal.written).toEqual([withCheckIn(emptyJournal), both])
  expect(state()).toEqual({ kind: 'kept', content: both })
})

test('an entry that the disk refuses is not known to the panel either, and does not stop the next one', async () => {
  const { record, journal, state, log } = aDesk(createMemoryJournal(found))
  journal.failing = 'unwritable'
  expect(await record(withAttempt)).toMatchObject({ ok: false, error: { code: 'unwritable' } })
  expect(state()).toEqual({ kind: 'failed', content: withCheckIn(emptyJournal) })
  expect(log.lines).toMatchObject([
    { level: 'error', event: 'journal.failed', facts: { code: 'unwritable' } },
  ])
  journal.failing = undefined
  expect(await record(withAttempt)).toMatchObject({ ok: true })
  expect(state()).toEqual({ kind: 'kept', content: both })
})

test('an entry that fails in the panel itself does not stop the next one', async () => {
  const { record, state } = aDesk(createMemoryJournal(found))
  const failing = record(() => {
    throw new Error('a fault of ours')
  })
  await expect(failing).rejects.toThrow('a fault of ours')
  expect(await record(withAttempt)).toMatchObject({ ok: true })
  expect(state()).toMatchObject({ content: both })
})

test('a journal that could not be read is read again, and never written over', async () => {
  const journal = createMemoryJournal(found)
  journal.failing = 'unreadable'
  const { clock, record, state } = aDesk(journal)
  await clock.advance(0)
  expect(state().kind).toBe('unreadable')
  // Meanwhile the disk can be written.
  const { write } = journal
  Object.assign(journal, { write: async () => expect.fail('written over') })
  expect(await record(withAttempt)).toMatchObject({ ok: false, error: { code: 'unreadable' } })
  expect(journal.kept).toEqual(found)
  journal.failing = undefined
  Object.assign(journal, { write })
  expect(await record(withAttempt)).toMatchObject({ ok: true })
  expect(journal.kept).toEqual({ kind: 'found', content: both })
})

test('a journal that was set aside begins again, with a gap whose time is not known yet', async () => {
  const { clock, journal, state, log } = aDesk(createMemoryJournal(corrupt))
  clock.unsureBy = Infinity
  await clock.advance(0)
  const content = { ...emptyJournal, completeSince: 'unknown' }
  expect(state()).toEqual({ kind: 'kept', content })
  expect(journal.written).toEqual([content])
  expect(log.lines).toEqual([
    { level: 'error', event: 'journal.set-aside', facts: { file: '/journal.set-aside.json' } },
  ])
})

test('the hole is dated with the first entry after the server was heard', async () => {
  const { clock, record, journal } = aDesk(createMemoryJournal(corrupt))
  clock.unsureBy = Infinity
  await record(withCheckIn)
  expect(journal.written.at(-1)).toMatchObject({ completeSince: 'unknown' })
  clock.unsureBy = 500
  await clock.advance(60_000)
  await record(withAttempt)
  expect(journal.written.at(-1)).toEqual({ ...both, completeSince: at('10:06') })
  await clock.advance(60_000)
  await record((content) => content)
  expect(journal.written.at(-1)).toMatchObject({ completeSince: at('10:06') })
})

test('the hole is not forgotten when the disk is full just then', async () => {
  const journal = createMemoryJournal(corrupt)
  journal.failing = 'unwritable'
  const { clock, record } = aDesk(journal)
  clock.unsureBy = Infinity
  await clock.advance(0)
  journal.failing = undefined
  await record(withCheckIn)
  expect(journal.kept).toEqual({
    kind: 'found',
    content: { ...withCheckIn(emptyJournal), completeSince: 'unknown' },
  })
})

test('entries of long past bookings are left out', async () => {
  const { clock, record, journal } = aDesk(createMemoryJournal(found))
  await clock.advance(days(9))
  await record((content) => content)
  expect(journal.written).toEqual([emptyJournal])
})

test('a tablet whose time may be years ahead forgets no check-in', async () => {
  const { clock, record, journal } = aDesk(createMemoryJournal(found))
  clock.unsureBy = Infinity
  clock.leap(days(4000))
  await record(withAttempt)
  expect(journal.written).toEqual([both])
})
