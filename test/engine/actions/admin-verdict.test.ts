import { expect, test } from 'vitest'
import type { Reply } from '../../../engine/room-calendar.ts'
import type { AdminVerdict } from '../../../shared/admin/judging.ts'
import { bookingIdOf } from '../../../shared/booking/booking.ts'
import { days, plus, seconds } from '../../../shared/time/time.ts'
import { aRoom } from '../../support/a-room.ts'
import { aBooking, at } from '../../support/builders.ts'
import { accepting, type MemoryCalendar } from '../../support/memory/memory-calendar.ts'
import { actionOf } from '../../../shared/action/action.ts'

const review = aBooking('10:00', '11:00')
const critique = aBooking('14:00', '15:00')

/** A room in which an administrator is let in. */
async function withAdministrator() {
  const room = await aRoom('10:20', { bookings: [review, critique] })
  const { panel, giveVerdict } = room
  panel.apply({ kind: 'admin', event: { kind: 'knocked' } })
  panel.apply({ kind: 'admin', event: { kind: 'opened' } })
  const judging = () => actionOf(panel.current().actions, 'verdict')
  const judged = async (verdict: AdminVerdict, booking = critique) => {
    await room.outcomeOf(giveVerdict(booking.id, verdict))
    return judging()
  }
  const steps = () => room.audit.entries.map(({ verdict, outcome }) => [verdict, outcome?.kind])
  return { ...room, judging, judged, steps }
}

const unsure: Reply = { kind: 'unsure', problem: { code: 'unreachable' } }
const done = { stage: 'settled', outcome: { kind: 'done' } }
const refusedFor = (reason: string) => ({ stage: 'settled', outcome: { kind: 'refused', reason } })
const uncertain = { stage: 'settled', outcome: { kind: 'uncertain' } }

test('a declined booking is done once a reading no longer has it', async () => {
  const { calendar, judged, panel } = await withAdministrator()
  expect(await judged('decline')).toMatchObject(done)
  expect(calendar.verdicts).toEqual(['decline'])
  expect(calendar.replies).toEqual([critique.id])
  expect(panel.current().reading.schedule?.bookings).toEqual([review])
})

test('an accepted booking is done once the calendar took it and a reading still has it', async () => {
  const { calendar, judged, panel } = await withAdministrator()
  expect(await judged('accept')).toMatchObject(done)
  expect(calendar.verdicts).toEqual(['accept'])
  expect(panel.current().reading.schedule?.bookings).toEqual([review, critique])
})

test('an accepted booking is not checked in to', async () => {
  const { judged, onDisk } = await withAdministrator()
  await judged('accept', review)
  expect(onDisk().checkIns).toEqual([])
})

test('the booking that runs can be declined, too', async () => {
  const { judged } = await withAdministrator()
  expect(await judged('decline', review)).toMatchObject({
    ...done,
    when: { start: at('10:00'), end: at('11:00') },
  })
})

test('a verdict says at once that it is on its way, and a second one meanwhile is not sent', async () => {
  const { calendar, judging, giveVerdict, outcomeOf } = await withAdministrator()
  const first = giveVerdict(critique.id, 'decline')
  expect(judging()).toMatchObject({ stage: 'asked', booking: critique.id, verdict: 'decline' })
  await giveVerdict(review.id, 'decline')
  await outcomeOf(first)
  expect(calendar.replies).toEqual([critique.id])
})

test('an administrator who comes back during a verdict is shown it when they give another', async () => {
  const { calendar, judging, giveVerdict, outcomeOf, panel } = await withAdministrator()
  const first = giveVerdict(critique.id, 'decline')
  for (const kind of ['left', 'knocked', 'opened'] as const) panel.apply({ kind: 'admin', event: { kind } })
  expect(judging()).toBeUndefined()
  await giveVerdict(review.id, 'decline')
  expect(judging()).toMatchObject({ stage: 'asked', booking: critique.id, verdict: 'decline' })
  await outcomeOf(first)
  expect(judging()).toMatchObject(done)
  expect(calendar.replies).toEqual([critique.id])
})

test('each step is in the audit file: before it is sent, and with its outcome', async () => {
  const { calendar, judged, audit, steps } = await withAdministrator()
  calendar.answers.push((world) => {
    expect(audit.entries).toEqual([
      {
        booking: critique.id,
        verdict: 'decline',
        when: { start: critique.start, end: critique.end },
        at: at('10:20'),
      },
    ])
    return accepting(critique)(world)
  })
  await judged('decline')
  expect(steps()).toEqual([
    ['decline', undefined],
    ['decline', 'done'],
  ])
})

test('a verdict that the audit file refuses is not sent', async () => {
  const { calendar, judged, audit, log } = await withAdministrator()
  audit.failing = true
  expect(await judged('decline')).toMatchObject(refusedFor('notAudited'))
  expect(calendar.replies).toEqual([])
  expect(log.events()).toContain('audit.failed')
})

test.each([
  ['decline', 'nothing had happened', false, uncertain],
  ['decline', 'it had worked', true, done],
  ['accept', 'it stands, as it did before', false, uncertain],
] as const)(
  'an answer to %s that was lost is settled by reading: %s',
  async (verdict, _what, worked, word) => {
    const { calendar, judged } = await withAdministrator()
    calendar.answers.push((world) => {
      if (worked) accepting(critique)(world)
      return unsure
    })
    expect(await judged(verdict)).toMatchObject(word)
    expect(calendar.replies).toHaveLength(1)
  },
)

test('an accepted decline that never shows is uncertain, and is not sent again', async () => {
  const { calendar, judged } = await withAdministrator()
  calendar.answers.push(() => ({ kind: 'accepted' }))
  expect(await judged('decline')).toMatchObject(uncertain)
  expect(calendar.replies).toHaveLength(1)
})

test.each<[string, (calendar: MemoryCalendar) => void]>([
  ['bookingGone', (calendar) => (calendar.bookings = [review])],
  ['unreachable', (calendar) => (calendar.failing = 'unreachable')],
])('sends nothing when right before it is %s, and notes that', async (reason, spoil) => {
  const { calendar, judged, steps } = await withAdministrator()
  spoil(calendar)
  expect(await judged('decline')).toMatchObject(refusedFor(reason))
  expect(calendar.replies).toEqual([])
  expect(steps()).toEqual([['decline', 'refused']])
})

test('a booking that is over, or was never listed, is gone', async () => {
  const { calendar, judged, clock } = await withAdministrator()
  expect(await judged('decline', aBooking('18:00', '19:00'))).toMatchObject(refusedFor('bookingGone'))
  await clock.advance(at('15:00') - clock.now())
  expect(await judged('accept')).toMatchObject(refusedFor('bookingGone'))
  expect(calendar.replies).toEqual([])
})

test.each([
  [{ kind: 'refused', problem: { code: 'scopeMissing' } }, 'scopeMissing'],
  [{ kind: 'seriesUnknown', problem: { code: 'unreachable' } }, 'seriesUnknown'],
  [{ kind: 'moved', problem: { code: 'unexpected' } }, 'unexpected'],
] as const)('an answer of %o is refused for %s', async (reply, reason) => {
  const { calendar, judged } = await withAdministrator()
  calendar.answers.push(() => reply)
  expect(await judged('decline')).toMatchObject(refusedFor(reason))
  expect(calendar.replies).toHaveLength(1)
})

const movedTo =
  (bookings: MemoryCalendar['bookings']) =>
  (calendar: MemoryCalendar): Reply => {
    calendar.bookings = bookings
    return { kind: 'moved', problem: { code: 'unexpected' } }
  }

test('a booking that goes by another name now is judged by that name, once, and both are noted', async () => {
  const { calendar, judged, steps } = await withAdministrator()
  const renamed = { ...critique, id: bookingIdOf('meeting-14:00/1/1') }
  calendar.answers.push(movedTo([review, renamed]))
  expect(await judged('decline')).toMatchObject(done)
  expect(calendar.replies).toEqual([critique.id, renamed.id])
  expect(steps()).toHaveLength(3)
})

test.each([
  ['decline', done],
  ['accept', refusedFor('bookingGone')],
] as const)('a booking that moved away: %s', async (verdict, word) => {
  const { calendar, judged } = await withAdministrator()
  calendar.answers.push(movedTo([review]))
  expect(await judged(verdict)).toMatchObject(word)
  expect(calendar.replies).toHaveLength(1)
})

test('the siblings are looked up afterwards, and a missing one switches release off', async () => {
  const { calendar, judged, clock, onDisk } = await withAdministrator()
  const tomorrow = { ...critique, id: bookingIdOf('meeting-14:00/0/1'), start: plus(critique.start, days(1)) }
  calendar.siblings = [tomorrow]
  calendar.answers.push((world) => {
    world.siblings = []
    return accepting(critique)(world)
  })
  await judged('decline')
  await clock.advance(seconds(60))
  expect(onDisk().seriesHarm).toMatchObject({ booking: critique.id, missing: [tomorrow.id] })
})

test('after a defect of ours the administrator gets an answer', async () => {
  const { calendar, judging, giveVerdict, judged } = await withAdministrator()
  calendar.answers.push(() => {
    throw new TypeError('a defect')
  })
  await expect(giveVerdict(critique.id, 'decline')).rejects.toThrow('a defect')
  expect(judging()).toMatchObject(uncertain)
  expect(await judged('decline')).toMatchObject(done)
})
