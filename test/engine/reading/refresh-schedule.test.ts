import { expect, test } from 'vitest'
import { ok } from '../../../shared/result.ts'
import { minutes, plus, seconds } from '../../../shared/time/time.ts'
import { aRoom } from '../../support/a-room.ts'
import { aBooking } from '../../support/builders.ts'

const meeting = aBooking('10:00', '11:00')
const extended = { ...meeting, end: plus(meeting.end, minutes(30)) }

test('an answer to a call from before a sleep is not shown: the schedule is read again', async () => {
  const room = await aRoom('10:05', { bookings: [meeting] })
  let asked = 0
  Object.assign(room.calendar, {
    readSchedule: async () => {
      asked += 1
      const isOld = asked === 1
      await new Promise<void>((resolve) => room.clock.after(seconds(1), resolve))
      if (isOld) room.clock.sleptAt = room.clock.elapsed()
      return ok([isOld ? extended : meeting])
    },
  })
  const schedule = await room.outcomeOf(room.refresh(room.clock.elapsed()))
  expect(asked).toBe(2)
  expect(schedule?.bookings).toEqual([meeting])
})

test('a reading that was asked before is no proof: another one follows', async () => {
  const room = await aRoom('10:05', { bookings: [meeting] })
  const asked: number[] = []
  Object.assign(room.calendar, {
    readSchedule: async () => {
      asked.push(room.clock.elapsed())
      await new Promise<void>((resolve) => room.clock.after(seconds(2), resolve))
      return ok([meeting])
    },
  })
  const begun = room.clock.elapsed()
  void room.refresh()
  await room.clock.advance(seconds(1))
  const proof = room.refresh(room.clock.elapsed())
  await room.outcomeOf(proof)
  expect(asked.map((at) => at - begun)).toEqual([0, seconds(2)])
  expect((await proof)?.readAt).toBe(room.clock.now() - (room.clock.elapsed() - begun - seconds(2)))
})

test('an entry without a time is no booking, and the room is never shown as free beside it', async () => {
  const room = await aRoom('09:00', { bookings: [meeting] })
  const around = { start: meeting.start, end: meeting.end }
  const unplaced = { ...meeting, ...around, isUnplaced: true } as const
  Object.assign(room.calendar, { readSchedule: async () => ok([unplaced, meeting]) })
  await room.clock.advance(minutes(1))
  const schedule = await room.outcomeOf(room.refresh(room.clock.elapsed()))
  expect(schedule).toMatchObject({ bookings: [meeting], hasUnplaced: true })
})
