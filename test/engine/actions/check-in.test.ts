import { expect, test } from 'vitest'
import { momentOf } from '../../../engine/panel/moment.ts'
import { bookingIdOf } from '../../../shared/booking/booking.ts'
import { organizerMark } from '../../../shared/booking/organizer-mark.ts'
import { isTaken } from '../../../shared/check-in/check-in-at.ts'
import { emptyJournal, type JournalContent } from '../../../shared/panel/journal.ts'
import { mayRelease } from '../../../shared/release/may-release.ts'
import { seconds } from '../../../shared/time/time.ts'
import { aRoom } from '../../support/a-room.ts'
import { aBooking, at, auto, follower } from '../../support/builders.ts'
import { actionOf } from '../../../shared/action/action.ts'
import { asked, checkInAction, releaseAction, sent, settled } from '../../support/actions.ts'

const review = aBooking('10:00', '11:00')
const next = aBooking('11:00', '12:00')

const inTheReview = (time = '10:02') => aRoom(time, { bookings: [review, next] })
type Room = Awaited<ReturnType<typeof inTheReview>>

/** A disk that takes its time: gives back how to let it go on. */
function slowDisk({ journal }: Room): () => void {
  let goOn = (): void => undefined
  const ready = new Promise<void>((resolve) => (goOn = resolve))
  const { write } = journal
  Object.assign(journal, {
    write: async (content: JournalContent) => {
      await ready
      return write(content)
    },
  })
  return goOn
}

const whyKept = ({ panel, clock }: Room) => mayRelease(panel.current(), auto, review.id, momentOf(clock))

const told = ({ panel }: Awaited<ReturnType<typeof aRoom>>) => actionOf(panel.current().actions, 'checkIn')

test('a check-in is on disk before the screen shows it', async () => {
  const room = await inTheReview()
  const goOn = slowDisk(room)
  const tapped = room.checkIn(review.id)
  await room.clock.advance(0)
  expect(told(room)).toEqual(checkInAction(review, asked))
  expect(room.onDisk().checkIns).toEqual([])
  goOn()
  await tapped
  expect(told(room)).toMatchObject({ stage: 'settled', outcome: { kind: 'done' } })
  expect(room.onDisk().checkIns).toEqual([
    {
      booking: review.id,
      meeting: review.meeting,
      organizer: organizerMark(review),
      start: review.start,
      end: review.end,
      at: at('10:02'),
    },
  ])
})

test('a check-in counts for a button that is still on the page when time leaps', async () => {
  const room = await inTheReview()
  room.panel.apply({ kind: 'timeLeapt' })
  await room.checkIn(review.id)
  expect(told(room)).toMatchObject({ outcome: { kind: 'done' } })
  await room.refresh()
  expect(whyKept(room)).toEqual({ ok: false, error: 'checkedIn' })
})

test('a check-in counts for a booking whose place on the page another one has just taken', async () => {
  const room = await inTheReview()
  room.calendar.bookings = [{ ...aBooking('10:00', '11:00'), id: bookingIdOf('another/0/1') }, review]
  await room.refresh()
  await room.checkIn(review.id)
  expect(told(room)).toMatchObject({ outcome: { kind: 'done' } })
})

test('a check-in counts for a booking that was just moved, if it still overlaps', async () => {
  const room = await inTheReview()
  const moved = { ...review, id: bookingIdOf('moved/0/1'), start: at('10:05'), end: at('11:05') }
  room.calendar.bookings = [moved]
  await room.refresh()
  await room.checkIn(review.id)
  expect(told(room)).toMatchObject({ booking: moved.id, outcome: { kind: 'done' } })
  expect(room.onDisk().checkIns).toMatchObject([{ booking: moved.id, start: moved.start, end: moved.end }])
  expect(isTaken(room.panel.current(), moved)).toBe(true)
})

test('a check-in prevents a release from the tap on, not only once it is on disk', async () => {
  const room = await inTheReview()
  const goOn = slowDisk(room)
  const tapped = room.checkIn(review.id)
  expect(whyKept(room)).toEqual({ ok: false, error: 'checkedIn' })
  goOn()
  await tapped
  expect(whyKept(room)).toEqual({ ok: false, error: 'checkedIn' })
})

test('a check-in that the disk refuses is refused, but its booking is still never released', async () => {
  const room = await inTheReview()
  room.journal.failing = 'unwritable'
  await room.checkIn(review.id)
  expect(told(room)).toMatchObject({ outcome: { kind: 'refused', reason: 'notStored' } })
  room.journal.failing = undefined
  // The disk works again, and the journal is kept again: the tap still counts.
  await room.record((content) => content)
  expect(room.panel.current().journal.kind).toBe('kept')
  expect(whyKept(room)).toEqual({ ok: false, error: 'checkedIn' })
})

test('a check-in that the disk refused works at the next tap', async () => {
  const room = await inTheReview()
  room.journal.failing = 'unwritable'
  await room.checkIn(review.id)
  room.journal.failing = undefined
  await room.checkIn(review.id)
  expect(told(room)).toMatchObject({ outcome: { kind: 'done' } })
  expect(room.onDisk().checkIns).toHaveLength(1)
})

test.each([
  ['a booking that nobody knows', 'somebody/0/1', '10:02'],
  ['one that is over', review.id, '11:00'],
])('to %s is refused', async (_which, id, time) => {
  const room = await inTheReview(time)
  await room.checkIn(bookingIdOf(id))
  expect(told(room)).toMatchObject({ booking: id, outcome: { kind: 'refused', reason: 'bookingGone' } })
  expect(room.onDisk().checkIns).toEqual([])
})

test('a check-in to a booking that a reading no longer has is refused', async () => {
  const room = await inTheReview()
  room.calendar.bookings = []
  await room.outcomeOf(room.refresh())
  await room.checkIn(review.id)
  expect(told(room)).toMatchObject({ outcome: { reason: 'bookingGone' } })
})

test('a check-in at the second panel of a room is refused: the first one keeps the check-ins', async () => {
  const room = await inTheReview()
  room.rules.policy = follower
  await room.checkIn(review.id)
  expect(told(room)).toMatchObject({ outcome: { kind: 'refused', reason: 'elsewhere' } })
  expect(room.onDisk().checkIns).toEqual([])
})

/** A release whose answer was lost, and that was or was not carried out. */
async function afterLostAnswer(time = '10:10'): Promise<Room> {
  const attempts = [{ booking: review.id, start: review.start, end: review.end, at: at('10:10') }]
  const content = { ...emptyJournal, attempts }
  return aRoom(time, { bookings: [review, next], kept: { kind: 'found', content } })
}

test.each(['10:10', '10:10:32', '10:19:59'])(
  'at %s, after a release whose answer was lost at 10:10, is never called done',
  async (time) => {
    const room = await afterLostAnswer(time)
    await room.checkIn(review.id)
    expect(told(room)).toMatchObject({ outcome: { reason: 'releaseUnsure' } })
    // Neither is a second tap.
    await room.checkIn(review.id)
    expect(told(room)).toMatchObject({ outcome: { reason: 'releaseUnsure' } })
    expect(room.onDisk().checkIns).toHaveLength(1)
  },
)

test('a check-in after a doubtful release is done when a reading ten minutes later still has the booking', async () => {
  const room = await afterLostAnswer('10:20')
  await room.checkIn(review.id)
  expect(told(room)).toMatchObject({ outcome: { kind: 'done' } })
})

test('a check-in is done after a release that the calendar refused', async () => {
  const room = await afterLostAnswer()
  await room.record((content) => ({
    ...content,
    decisions: [{ ...(content.attempts[0] ?? expect.fail()), outcome: 'kept', because: 'replyRefused' }],
  }))
  await room.checkIn(review.id)
  expect(told(room)).toMatchObject({ outcome: { kind: 'done' } })
})

test('a check-in to a booking that another check-in counts for is noted, too: it may last longer', async () => {
  const day = aBooking('09:00', '18:00')
  const room = await aRoom('10:02', { bookings: [review, day] })
  await room.checkIn(review.id)
  await room.checkIn(day.id)
  expect(room.onDisk().checkIns.map(({ booking }) => booking)).toEqual([review.id, day.id])
})

test('a second check-in says done again, and is not written again', async () => {
  const room = await inTheReview()
  await room.checkIn(review.id)
  const before = room.journal.written.length
  await room.clock.advance(7000)
  await room.checkIn(review.id)
  expect(told(room)).toMatchObject({ outcome: { kind: 'done' }, at: at('10:02:07') })
  expect(room.journal.written).toHaveLength(before)
})

test('two taps in the same moment are one check-in at least, and both are answered', async () => {
  const room = await inTheReview()
  await Promise.all([room.checkIn(review.id), room.checkIn(review.id)])
  expect(told(room)).toMatchObject({ outcome: { kind: 'done' } })
  expect(room.onDisk().checkIns.map(({ booking }) => booking)).toContain(review.id)
})

test('to the next booking and to the running one are two check-ins', async () => {
  const room = await inTheReview('10:57')
  await room.checkIn(next.id)
  await room.checkIn(review.id)
  expect(room.onDisk().checkIns.map(({ booking }) => booking)).toEqual([next.id, review.id])
})

test('a check-in survives a restart', async () => {
  const before = await inTheReview()
  await before.checkIn(review.id)
  const room = await aRoom('10:20', { bookings: [review], kept: before.journal.kept })
  expect(whyKept(room)).toEqual({ ok: false, error: 'checkedIn' })
})

const releasedOf = (booking: typeof review) =>
  ({ kind: 'action', action: releaseAction(booking, settled({ kind: 'released' }, at('10:10:05'))) }) as const

test('a check-in that waits for a release is too late once the release has worked, and says so', async () => {
  const room = await afterLostAnswer()
  room.panel.apply({ kind: 'action', action: releaseAction(review, sent) })
  const tapped = room.checkIn(review.id)
  await room.clock.advance(seconds(4))
  expect(told(room)?.stage).toBe('asked')
  room.panel.apply(releasedOf(review))
  await tapped
  expect(told(room)).toMatchObject({ outcome: { reason: 'tooLate' } })
})

test('a check-in is done while another booking is being released, and after it', async () => {
  const room = await inTheReview()
  room.panel.apply({ kind: 'action', action: releaseAction(next, sent) })
  await room.checkIn(review.id)
  expect(told(room)).toMatchObject({ outcome: { kind: 'done' } })
  room.panel.apply(releasedOf(next))
  await room.checkIn(review.id)
  expect(told(room)).toMatchObject({ outcome: { kind: 'done' } })
})

const allDay = aBooking('09:00', '18:00')
const renamed = aBooking('10:05', '11:05', { meeting: review.meeting })
const tonight = aBooking('20:00', '21:00', { meeting: review.meeting })

test.each<[string, readonly (typeof review)[], typeof review]>([
  ['the booking itself, beside a longer one', [allDay, review], review],
  ['the booking under its new name, beside a longer one', [allDay, renamed], renamed],
  ['what is there now at its time, if no other instance of its meeting is', [allDay, tonight], allDay],
])('is for %s', async (_which, bookings, meant) => {
  const room = await aRoom('10:02', { bookings: [review] })
  room.calendar.bookings = bookings
  await room.refresh()
  await room.checkIn(review.id)
  expect(room.onDisk().checkIns.map(({ booking, at: time }) => [booking, time])).toContainEqual([
    meant.id,
    at('10:02'),
  ])
  expect(told(room)).toMatchObject({ booking: meant.id })
})

test('a check-in is one line of the audit, however often it is tapped; a refused one has no line', async () => {
  const room = await inTheReview()
  await room.checkIn(bookingIdOf('made-up/0/1'))
  for (let taps = 0; taps < 3; taps++) {
    // oxlint-disable-next-line no-await-in-loop -- one tap after the other
    await room.checkIn(review.id)
  }
  expect(room.audit.doorEntries).toEqual([{ kind: 'checkIn', booking: review.id, at: at('10:02') }])
})

test('a check-in counts even if the disk refuses its audit entry, which the log says', async () => {
  const room = await inTheReview()
  room.audit.failing = true
  await room.checkIn(review.id)
  expect(told(room)).toMatchObject({ outcome: { kind: 'done' } })
  expect(room.log.events()).toContain('audit.failed')
})
