import { expect, test } from 'vitest'
import { emptyJournal, type JournalContent } from '../../../shared/panel/journal.ts'
import { seconds } from '../../../shared/time/time.ts'
import { anAttempt, ghost } from '../../support/a-ghost.ts'
import { openPage } from '../../support/a-page.ts'
import { aBooking, at } from '../../support/builders.ts'
import { aView } from '../../support/line/messages.ts'
import { aScriptedHub } from '../../support/line/scripted-hub.ts'
import { createMemoryJournal } from '../../support/memory/memory-journal.ts'

const view = aView({ bookings: [ghost], titles: [], room: { id: 'omm_1', readAt: at('09:54') } })

/** A door with a page, at the end of a meeting's grace, in a room whose hub says what the test has it say. */
async function aDoorAtTheDeadline(content: Partial<JournalContent> = {}) {
  const hub = await aScriptedHub('09:54')
  const journal = createMemoryJournal({ kind: 'found', content: { ...emptyJournal, ...content } })
  const door = await hub.door('door-a', { mode: 'auto', journal })
  let seq = 0
  const tell = () => hub.tell('door-a', { ...view, seq: (seq += 1), readAt: hub.clock.now() })
  await tell()
  openPage(door.panel)
  // The door's own first ask is answered before it is asked.
  hub.answering(async (ask) =>
    ask.kind === 'release' && ask.order === undefined ? { kind: 'refused', reason: 'kept' } : undefined,
  )
  while (hub.clock.now() < at('10:10')) {
    // oxlint-disable-next-line no-await-in-loop -- one minute after the other
    await hub.living(seconds(60))
    // oxlint-disable-next-line no-await-in-loop -- the same
    await tell()
  }
  await hub.living(seconds(1))
  const ask = async (order: string, booking = ghost.id) => {
    await tell()
    await hub.order('door-a', { v: 1, id: order, kind: 'vote', booking })
    await hub.living(seconds(1))
  }
  const votes = () => hub.asks.flatMap((one) => (one.kind === 'release' && one.order ? [one.vote] : []))
  const attempts = () => (journal.kept.kind === 'found' ? journal.kept.content.attempts : [])
  return { ...hub, panel: door.panel, door, ask, votes, attempts }
}

const yes = { says: 'release' }

test('a door that the hub asks has its attempt on the disk before it says yes', async () => {
  const { ask, votes, attempts } = await aDoorAtTheDeadline()
  await ask('1-1')
  expect(votes()).toEqual([yes])
  expect(attempts()).toMatchObject([{ booking: ghost.id }])
})

test('an attempt of which it is certain that nothing was sent is taken back, and the next round may agree', async () => {
  const { ask, votes, attempts, answering } = await aDoorAtTheDeadline()
  answering(async () => ({ kind: 'refused', reason: 'kept' }))
  await ask('1-1')
  expect(attempts()).toEqual([])
  await ask('1-2')
  expect(votes()).toEqual([yes, yes])
})

test.each([
  ['earlier', { attempts: [anAttempt] }],
  ['of a reply that the calendar refused', {}],
])('an attempt %s keeps the booking, and stays on the disk', async (_what, content) => {
  const { ask, votes, attempts, answering } = await aDoorAtTheDeadline(content)
  answering(async () => ({ kind: 'refused', reason: 'unexpected' }))
  await ask('1-1')
  await ask('1-2')
  expect(votes().at(-1)).toEqual({ says: 'keep', because: 'attemptedBefore' })
  expect(attempts()).toHaveLength(1)
})

test('a booking that the door does not list it says no to', async () => {
  const { ask, votes } = await aDoorAtTheDeadline()
  await ask('1-1', aBooking('12:00', '13:00').id)
  expect(votes()).toEqual([{ says: 'keep', because: 'bookingChanged' }])
})

test('a disk that refuses the attempt makes it a no', async () => {
  const { ask, votes, door } = await aDoorAtTheDeadline()
  door.journal.failing = 'unwritable'
  await ask('1-1')
  expect(votes()).toEqual([{ says: 'keep', because: 'journalUnreadable' }])
})

test('a touch of the screen after the yes takes it back', async () => {
  const { ask, votes, panel, living } = await aDoorAtTheDeadline()
  await ask('1-1')
  panel.touchSeen()
  await living(seconds(1))
  expect(votes()).toEqual([yes, { says: 'keep', because: 'touched' }])
})

test('a tap after the yes is on the disk, and its outcome waits for the hub’s', async () => {
  const { ask, votes, panel, living, door } = await aDoorAtTheDeadline()
  await ask('1-1')
  void panel.checkIn(ghost.id)
  await living(seconds(1))
  expect(votes()).toEqual([yes, { says: 'keep', because: 'checkedIn' }])
  expect(door.journal.kept).toMatchObject({ content: { checkIns: [{ booking: ghost.id }] } })
  expect(panel.current().actions).toContainEqual(expect.objectContaining({ kind: 'checkIn', stage: 'asked' }))
})

test('a reading of more than ten seconds ago makes it a no', async () => {
  const { order, votes, living } = await aDoorAtTheDeadline()
  await living(seconds(10))
  await order('door-a', { v: 1, id: '1-1', kind: 'vote', booking: ghost.id })
  await living(seconds(1))
  expect(votes()).toEqual([{ says: 'keep', because: 'scheduleStale' }])
})
