import { expect, test } from 'vitest'
import type { Reply } from '../../../engine/room-calendar.ts'
import { bookingIdOf } from '../../../shared/booking/booking.ts'
import { checkInTo } from '../../../shared/check-in/check-in.ts'
import { emptyJournal } from '../../../shared/panel/journal.ts'
import { ok } from '../../../shared/result.ts'
import { days, contains, type Interval, minutes, seconds } from '../../../shared/time/time.ts'
import { aDecision, ghost } from '../../support/a-ghost.ts'
import { atTheDeadline, type RoomAtTheDeadline } from '../../support/at-the-deadline.ts'
import { at, observe } from '../../support/builders.ts'
import { accepting } from '../../support/memory/memory-calendar.ts'
import { whileWriting } from '../../support/memory/slow-journal.ts'
import { actionOf } from '../../../shared/action/action.ts'

const unsure: Reply = { kind: 'unsure', problem: { code: 'unreachable' } }
const outcomes = ({ onDisk }: RoomAtTheDeadline) =>
  onDisk().decisions.map(({ outcome, because }) => because ?? outcome)

test('gives the room back, and says so once a reading no longer has the booking', async () => {
  const room = await atTheDeadline()
  expect(await room.released()).toMatchObject({
    stage: 'settled',
    listed: ghost,
    outcome: { kind: 'released' },
  })
  expect(room.calendar.replies).toEqual([ghost.id])
  expect(room.calendar.verdicts).toEqual(['release'])
  expect(outcomes(room)).toEqual(['released'])
})

test('a reading of other days, made with a clock that a sleep put wrong, proves nothing', async () => {
  const room = await atTheDeadline()
  const { calendar, clock } = room
  const { readSchedule } = calendar
  calendar.answers.push(() => {
    let wrongBy = days(3)
    clock.drift(-wrongBy)
    Object.assign(calendar, {
      readSchedule: async (window: Interval) => {
        clock.drift(wrongBy)
        wrongBy = 0
        return contains(window, ghost.start) ? readSchedule(window) : ok([])
      },
    })
    return { kind: 'accepted' }
  })
  expect(await room.released()).toMatchObject({ outcome: { kind: 'uncertain' } })
})

test('reads anew before it sends, and has looked for the other bookings of the meeting', async () => {
  const room = await atTheDeadline()
  const readings = room.calendar.readings
  let readBefore = 0
  room.calendar.siblingReadings = 0
  room.calendar.answers.push((world) => {
    readBefore = world.readings - readings
    expect(world.siblingReadings).toBe(1)
    return accepting(ghost)(world)
  })
  await room.released()
  expect(readBefore).toBe(1)
})

test('has the attempt on disk before the request leaves', async () => {
  const room = await atTheDeadline()
  room.calendar.answers.push((world) => {
    expect(room.onDisk().attempts).toEqual([
      { booking: ghost.id, start: ghost.start, end: ghost.end, at: at('10:10') },
    ])
    return accepting(ghost)(world)
  })
  await room.released()
  expect(room.calendar.replies).toHaveLength(1)
})

test('is begun once, and after an attempt never again', async () => {
  const room = await atTheDeadline()
  room.calendar.answers.push(() => unsure)
  const first = room.released()
  await room.releaseNoShow(ghost)
  await first
  await room.offering('10:30', ghost)
  expect(await room.released()).toMatchObject({ outcome: { kind: 'kept', because: 'attemptedBefore' } })
  expect(room.calendar.replies).toHaveLength(1)
})

test('an attempt of before a restart counts', async () => {
  const attempts = [{ booking: ghost.id, start: ghost.start, end: ghost.end, at: at('10:04') }]
  const room = await atTheDeadline({ ...emptyJournal, attempts })
  expect(await room.released()).toMatchObject({ outcome: { because: 'attemptedBefore' } })
  expect(room.calendar.replies).toEqual([])
})

const missing = { code: 'unexpected' as const }

test.each<[string, Reply]>([
  ['replyRefused', { kind: 'refused', problem: { code: 'rateLimited' } }],
  ['seriesUnknown', { kind: 'seriesUnknown', problem: missing }],
  ['bookingChanged', { kind: 'moved', problem: missing }],
])('keeps the booking, %s, when that is the answer, and sends nothing more', async (because, reply) => {
  const room = await atTheDeadline()
  room.calendar.answers.push(() => reply)
  expect(await room.released()).toMatchObject({ outcome: { kind: 'kept', because } })
  expect(room.calendar.replies).toHaveLength(1)
  expect(outcomes(room)).toEqual([because])
})

test('a meeting that goes by another name now is not chased', async () => {
  const room = await atTheDeadline()
  const renamed = { ...ghost, id: bookingIdOf('meeting-10:00/1791770400/1791770400') }
  room.calendar.answers.push((world) => {
    world.bookings = [renamed]
    return { kind: 'moved', problem: missing }
  })
  expect(await room.released()).toMatchObject({ outcome: { kind: 'kept', because: 'bookingChanged' } })
  expect(room.panel.current().reading.schedule?.bookings).toEqual([renamed])
  expect(room.calendar.replies).toEqual([ghost.id])
})

test('a meeting that was extended since is the same booking, and given back', async () => {
  const room = await atTheDeadline()
  room.calendar.bookings = [{ ...ghost, end: at('12:00') }]
  expect(await room.released()).toMatchObject({ outcome: { kind: 'released' } })
})

test('a tap while the attempt is being written wins', async () => {
  const room = await atTheDeadline()
  let tapped: Promise<void> | undefined
  whileWriting(room.journal, () => {
    tapped ??= room.checkIn(ghost.id)
  })
  expect(await room.released()).toMatchObject({ outcome: { kind: 'kept', because: 'checkedIn' } })
  await tapped
  expect(room.calendar.replies).toEqual([])
  expect(room.onDisk().checkIns).toEqual([checkInTo(ghost, at('10:10'))])
})

test('a tap in the very moment in which the release begins wins', async () => {
  const room = await atTheDeadline()
  const releasing = room.releaseNoShow(ghost)
  const tapping = room.checkIn(ghost.id)
  await room.outcomeOf(Promise.all([releasing, tapping]))
  expect(room.calendar.replies).toEqual([])
  const { actions } = room.panel.current()
  expect(actionOf(actions, 'release')).toMatchObject({ outcome: { kind: 'kept', because: 'checkedIn' } })
  expect(actionOf(actions, 'checkIn')).toMatchObject({ outcome: { kind: 'done' } })
})

test('a repeat after a rejected token is asked for anew: a tap in between wins', async () => {
  const room = await atTheDeadline()
  const ticket = { booking: ghost, verdict: 'release', instance: 0, expiresAt: ghost.end } as const
  room.calendar.answers.push(() => {
    void room.checkIn(ghost.id)
    return { kind: 'again', ticket }
  })
  expect(await room.released()).toMatchObject({ outcome: { kind: 'kept', because: 'checkedIn' } })
  expect(room.calendar.replies).toHaveLength(1)
})

test('an attempt that the disk does not take keeps the request from leaving', async () => {
  const room = await atTheDeadline()
  whileWriting(room.journal, () => void (room.journal.failing = 'unwritable'))
  expect(await room.released()).toMatchObject({ outcome: { because: 'journalUnreadable' } })
  expect(room.calendar.replies).toEqual([])
})

test('a disk on which the attempt takes 11 s keeps the request from leaving', async () => {
  const room = await atTheDeadline()
  whileWriting(
    room.journal,
    async () => new Promise<void>((resolve) => room.clock.after(seconds(11), resolve)),
  )
  expect(await room.released()).toMatchObject({ outcome: { kind: 'kept' } })
  expect(room.calendar.replies).toEqual([])
})

test('a lost answer is settled by reading: it had worked', async () => {
  const room = await atTheDeadline()
  room.calendar.answers.push((world) => {
    accepting(ghost)(world)
    return unsure
  })
  expect(await room.released()).toMatchObject({ outcome: { kind: 'released' } })
  expect(room.calendar.replies).toHaveLength(1)
})

test.each([
  ['a lost answer', unsure],
  ['an accepted one that never shows', { kind: 'accepted' } as const],
])('%s to a booking that is still there is a doubt, and never sent again', async (_what, reply) => {
  const room = await atTheDeadline()
  room.calendar.answers.push(() => reply)
  expect(await room.released()).toMatchObject({ outcome: { kind: 'uncertain' } })
  expect(outcomes(room)).toEqual(['uncertain'])
  await room.clock.advance(minutes(10))
  await room.offering('10:40', ghost)
  expect(await room.released()).toMatchObject({ outcome: { kind: 'kept', because: 'attemptedBefore' } })
  expect(room.calendar.replies).toHaveLength(1)
})

test('in the mode observe no reply is sent or attempted, and the journal records the would-be release', async () => {
  const room = await atTheDeadline()
  room.rules.policy = observe
  expect(await room.released()).toMatchObject({ outcome: { kind: 'observed' } })
  expect(room.calendar.replies).toEqual([])
  expect(room.onDisk()).toEqual({ ...emptyJournal, decisions: [aDecision('observed')] })
})

test('a defect of ours is a doubt, and leaves the panel at work', async () => {
  const room = await atTheDeadline()
  room.calendar.answers.push(() => {
    throw new TypeError('a defect')
  })
  await expect(room.releaseNoShow(ghost)).rejects.toThrow('a defect')
  expect(actionOf(room.panel.current().actions, 'release')).toMatchObject({ outcome: { kind: 'uncertain' } })
})
