import { expect, test } from 'vitest'
import type { PanelStore } from '../../../engine/panel/panel-store.ts'
import type { Reply } from '../../../engine/room-calendar.ts'
import { bookingIdOf } from '../../../shared/booking/booking.ts'
import { ok } from '../../../shared/result.ts'
import { seconds } from '../../../shared/time/time.ts'
import { aRoom } from '../../support/a-room.ts'
import { aBooking, at } from '../../support/builders.ts'
import { accepting, type createMemoryCalendar } from '../../support/memory/memory-calendar.ts'
import { actionOf } from '../../../shared/action/action.ts'
import { asked, endAction } from '../../support/actions.ts'

const told = ({ current }: PanelStore) => actionOf(current().actions, 'end')
const review = aBooking('10:00', '11:00')

async function inTheReview() {
  const room = await aRoom('10:20', { bookings: [review] })
  const { clock, panel, endMeeting } = room
  /** Ends the review and lets `ms` pass. */
  const ended = async (ms = seconds(20)) => {
    const ending = endMeeting(review.id)
    await clock.advance(ms)
    await ending
    return told(panel)
  }
  return { ...room, end: endMeeting, ended }
}

const problem = { code: 'unreachable' } as const
const unsure: Reply = { kind: 'unsure', problem }

test('ends the meeting and says so once a reading no longer has it', async () => {
  const { calendar, ended } = await inTheReview()
  expect(await ended(0)).toMatchObject({ stage: 'settled', outcome: { kind: 'done' } })
  expect(calendar.replies).toEqual([review.id])
})

test('an end says "ending" at once, and confirms no outcome meanwhile', async () => {
  const { panel, end, clock } = await inTheReview()
  const ending = end(review.id)
  expect(told(panel)).toEqual(endAction(review, asked))
  await clock.advance(0)
  await ending
})

test('a second tap during the first sends no second reply', async () => {
  const { calendar, end, ended } = await inTheReview()
  const first = ended()
  await end(review.id)
  await first
  expect(calendar.replies).toEqual([review.id])
})

test('a tap for the next meeting, while the first end is being proven, is shown at once and carried out', async () => {
  const { calendar, clock, panel, end, refresh } = await inTheReview()
  const short = { ...review, end: at('10:20:04') }
  const next = aBooking('10:20:04', '11:30', { meeting: 'next' })
  calendar.bookings = [short, next]
  await refresh()
  calendar.answers.push(() => unsure)
  const first = end(short.id)
  await clock.advance(seconds(5))
  const second = end(next.id)
  expect(told(panel)).toEqual(endAction(next, asked))
  await clock.advance(seconds(20))
  await Promise.all([first, second])
  expect(told(panel)).toMatchObject({ booking: next.id, outcome: { kind: 'done' } })
  expect(calendar.replies).toEqual([short.id, next.id])
})

test('an exception that ended is done, though the ordinary instance of its meeting runs beside it', async () => {
  const { calendar, clock, panel, end, refresh } = await inTheReview()
  const exception = aBooking('10:05', '10:50', { meeting: review.meeting })
  calendar.bookings = [review, exception]
  await refresh()
  const ending = end(exception.id)
  await Promise.all([clock.advance(seconds(20)), ending])
  expect(told(panel)).toMatchObject({ booking: exception.id, outcome: { kind: 'done' } })
})

test('a meeting that was edited meanwhile, and so has another id, is still there', async () => {
  const { calendar, ended } = await inTheReview()
  calendar.answers.push((world) => {
    world.bookings = [{ ...review, id: bookingIdOf('meeting-10:00/1791770400/1791770400') }]
    return unsure
  })
  expect(await ended()).toMatchObject({ outcome: { kind: 'uncertain' } })
})

test('reads right before it sends: a meeting that was moved since the first tap keeps its new time', async () => {
  const { calendar, ended } = await inTheReview()
  calendar.bookings = [aBooking('15:00', '16:00', { meeting: review.meeting })]
  expect(await ended()).toMatchObject({ outcome: { kind: 'refused', reason: 'meetingOver' } })
  expect(calendar.replies).toEqual([])
})

test('without a reading of the schedule no end is sent', async () => {
  const { calendar, ended } = await inTheReview()
  calendar.failing = 'unreachable'
  expect(await ended()).toMatchObject({ outcome: { kind: 'refused', reason: 'unreachable' } })
  expect(calendar.replies).toEqual([])
})

test('waits for a calendar that shows late what it accepted', async () => {
  const { calendar, clock, panel, end } = await inTheReview()
  calendar.answers.push(() => ({ kind: 'accepted' }))
  const ending = end(review.id)
  await clock.advance(seconds(2))
  expect(told(panel)?.stage).toBe('sent')
  calendar.bookings = []
  await clock.advance(seconds(1))
  await ending
  expect(told(panel)).toMatchObject({ outcome: { kind: 'done' }, at: at('10:20:03') })
})

test('an accepted end that never shows is uncertain, and is not sent again', async () => {
  const { calendar, ended } = await inTheReview()
  calendar.answers.push(() => ({ kind: 'accepted' }))
  expect(await ended()).toMatchObject({ outcome: { kind: 'uncertain' }, at: at('10:20:08') })
  expect(calendar.replies).toHaveLength(1)
})

test('an answer that was lost is settled by reading: it had worked', async () => {
  const { calendar, ended } = await inTheReview()
  calendar.answers.push((world) => {
    accepting(review)(world)
    return unsure
  })
  expect(await ended()).toMatchObject({ outcome: { kind: 'done' } })
  expect(calendar.replies).toHaveLength(1)
})

test('an answer that was lost is settled by reading: the meeting was not changed', async () => {
  const { calendar, ended } = await inTheReview()
  calendar.answers.push(() => unsure)
  expect(await ended()).toMatchObject({ outcome: { kind: 'uncertain' } })
  expect(calendar.replies).toHaveLength(1)
})

test('after a doubt a person may decide again', async () => {
  const { calendar, ended } = await inTheReview()
  calendar.answers.push(() => unsure)
  await ended()
  expect(await ended()).toMatchObject({ outcome: { kind: 'done' } })
  expect(calendar.replies).toHaveLength(2)
})

test.each([
  [{ kind: 'refused', problem: { code: 'rateLimited' } }, 'rateLimited'],
  [{ kind: 'seriesUnknown', problem }, 'seriesUnknown'],
  [{ kind: 'moved', problem: { code: 'unexpected' } }, 'unexpected'],
] as const)('an answer of %o is refused for %s', async (reply, reason) => {
  const { calendar, ended } = await inTheReview()
  calendar.answers.push(() => reply)
  expect(await ended(0)).toMatchObject({ outcome: { kind: 'refused', reason } })
  expect(calendar.replies).toHaveLength(1)
})

const moved = (then: (calendar: ReturnType<typeof createMemoryCalendar>) => void) => {
  return (calendar: ReturnType<typeof createMemoryCalendar>): Reply => {
    then(calendar)
    return { kind: 'moved', problem: { code: 'unexpected' } }
  }
}

test('a meeting that goes by another name now is ended by that name, once', async () => {
  const { calendar, ended } = await inTheReview()
  const renamed = { ...review, id: bookingIdOf('meeting-10:00/1791770400/1791770400') }
  calendar.answers.push(moved((world) => (world.bookings = [renamed])))
  expect(await ended()).toMatchObject({ outcome: { kind: 'done' } })
  expect(calendar.replies).toEqual([review.id, renamed.id])
})

test('a meeting that moved twice is not chased', async () => {
  const { calendar, ended } = await inTheReview()
  const renamed = { ...review, id: bookingIdOf('meeting-10:00/1/1') }
  calendar.answers.push(
    moved((world) => (world.bookings = [renamed])),
    moved(() => undefined),
  )
  expect(await ended()).toMatchObject({ outcome: { kind: 'refused', reason: 'unexpected' } })
  expect(calendar.replies).toHaveLength(2)
})

test('a meeting that moved away is over', async () => {
  const { calendar, ended } = await inTheReview()
  calendar.answers.push(moved((world) => (world.bookings = [])))
  expect(await ended()).toMatchObject({ outcome: { kind: 'done' } })
  expect(calendar.replies).toHaveLength(1)
})

test('a reading that began before the reply proves no end', async () => {
  const { calendar, clock, refresh, ended } = await inTheReview()
  calendar.answers.push(async (world) => {
    // A visitor touches the screen while the reply is under way: that reading still has the meeting.
    void refresh()
    await new Promise<void>((resolve) => clock.after(1, resolve))
    return accepting(review)(world)
  })
  expect(await ended()).toMatchObject({ outcome: { kind: 'done' } })
})

test('after a defect of ours the person gets an answer, and so does the next tap', async () => {
  const { calendar, panel, end, ended } = await inTheReview()
  calendar.answers.push(() => {
    throw new TypeError('a defect')
  })
  await expect(end(review.id)).rejects.toThrow('a defect')
  expect(told(panel)).toMatchObject({ stage: 'settled', outcome: { kind: 'uncertain' } })
  expect(await ended()).toMatchObject({ outcome: { kind: 'done' } })
})

test('a reading that took long is still a reading of right before', async () => {
  const { calendar, clock, ended } = await inTheReview()
  const read = calendar.readSchedule
  const slow: typeof read = async (window) => {
    await new Promise<void>((resolve) => clock.after(seconds(12), resolve))
    return read(window)
  }
  Object.assign(calendar, { readSchedule: slow })
  expect(await ended(seconds(60))).toMatchObject({ outcome: { kind: 'done' } })
})

test.each([
  ['accepted', { kind: 'accepted' } as const],
  ['lost', unsure],
])('no reading at all proves nothing, after an answer that was %s', async (_how, reply) => {
  const { calendar, ended } = await inTheReview()
  calendar.answers.push((world) => {
    world.failing = 'unreachable'
    return reply
  })
  expect(await ended(seconds(60))).toMatchObject({ outcome: { kind: 'uncertain' } })
  expect(calendar.replies).toHaveLength(1)
})

test('an end that was not sent says why the schedule could not be read', async () => {
  const { calendar, ended } = await inTheReview()
  calendar.failing = 'rateLimited'
  expect(await ended()).toMatchObject({ outcome: { kind: 'refused', reason: 'rateLimited' } })
})

test('only the meeting that was meant is ended, beside a longer one', async () => {
  const allDay = aBooking('09:00', '18:00')
  const { calendar, clock, endMeeting, panel } = await aRoom('10:20', { bookings: [allDay, review] })
  const ending = endMeeting(review.id)
  await clock.advance(seconds(20))
  await ending
  expect([calendar.replies, calendar.verdicts]).toEqual([[review.id], ['end']])
  expect(told(panel)).toMatchObject({ outcome: { kind: 'done' } })
})

test('a reading from before the reply proves no end, even if it lacks the meeting', async () => {
  const { calendar, clock, refresh, ended } = await inTheReview()
  const { readSchedule } = calendar
  const passed = (ms: number) => new Promise<void>((resolve) => clock.after(ms, resolve))
  calendar.answers.push(async (world) => {
    const lacking = async () => {
      Object.assign(world, { readSchedule })
      await passed(seconds(1))
      return ok([])
    }
    Object.assign(world, { readSchedule: lacking })
    void refresh()
    await passed(1)
    return unsure
  })
  expect(await ended()).toMatchObject({ outcome: { kind: 'uncertain' } })
})

test('an end is in the audit before it is sent, and with its answer; one that is not sent is not in it', async () => {
  const { calendar, audit, end, ended } = await inTheReview()
  await end(bookingIdOf('made-up/0/1'))
  expect(audit.doorEntries).toEqual([])
  calendar.answers.push((world) => {
    expect(audit.doorEntries).toEqual([{ kind: 'end', booking: review.id, at: at('10:20') }])
    return accepting(review)(world)
  })
  await ended()
  expect(audit.doorEntries.slice(1)).toMatchObject([{ kind: 'end', booking: review.id, answer: 'accepted' }])
})
