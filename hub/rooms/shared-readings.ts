import type { CompanyCalendar } from '../../engine/company-calendar.ts'
import type { Cancel, Clock, Log } from '../../engine/ports.ts'
import type { ScheduleAnswer } from '../../engine/room-calendar.ts'
import { ok } from '../../shared/result.ts'
import { type Interval, plus, seconds } from '../../shared/time/time.ts'
import { type Batch, batchesOf, createGathering, isSame, type ReadingWish } from './batches.ts'
import { createConfirmed, type SharedReading } from './confirmed-readings.ts'

/** The schedules of all rooms, of which one call reads twenty. */
export interface SharedReadings {
  /**
   * The room's schedule by a call that leaves now, or by one that another room's needs have just brought.
   * `isAwaited`: people wait for it.
   */
  readonly read: (room: string, window: Interval, isAwaited?: boolean) => Promise<ScheduleAnswer>
  /** Calls `run` after each reading of any room. `isOwn`: that room had asked for it. */
  readonly onReading: (run: (room: string, reading: SharedReading, isOwn: boolean) => void) => Cancel
  /** A verdict about this booking is on its way: a reading that lacks it is no surprise. */
  readonly replied: (room: string, booking: string) => void
  /** The calendar has certainly not carried that verdict out. */
  readonly refused: (room: string, booking: string) => void
}

export interface SharedReadingsParts {
  readonly company: CompanyCalendar
  readonly clock: Clock
  readonly log: Log
  readonly rooms: readonly string[]
}

/** How long a reading that another room brought serves a room that asks for one, ms. */
const bringingServesFor = seconds(2)

export function createSharedReadings(parts: SharedReadingsParts): SharedReadings {
  const { company, clock, log, rooms } = parts
  const listeners = new Set<Parameters<SharedReadings['onReading']>[0]>()
  const askedAt = new Map<string, number>()
  const brought = new Map<string, SharedReading>()
  const confirmed = createConfirmed(clock)
  const want = createGathering(clock, (wishes) => {
    for (const batch of batchesOf(wishes, rooms, (room) => askedAt.get(room) ?? -Infinity))
      void carryOut(batch)
  })
  const carryOut = async (batch: Batch): Promise<void> => {
    const asked = clock.elapsed()
    for (const room of batch.rooms) askedAt.set(room, asked)
    const answer = await company.readSchedules(batch.rooms, batch.window, batch.isAwaited)
    // The call began before a sleep, so the age of its answer is not known.
    if (!clock.isWholeSince(asked)) return carryOut(batch)
    const at = plus(clock.now(), asked - clock.elapsed())
    for (const room of batch.rooms) {
      const own = batch.wishes.filter((wish) => wish.room === room)
      const schedule = answer.ok ? answer.value.get(room) : answer
      if (schedule?.ok !== true) {
        for (const { settle } of own) settle(schedule ?? { ok: false, error: { code: 'roomUnreadable' } })
      } else take(room, { bookings: schedule.value, askedAt: at, asked, window: batch.window }, own)
    }
  }
  const take = (room: string, reading: SharedReading, own: readonly ReadingWish[]): void => {
    const newest = confirmed.newest(room)
    if (newest !== undefined && newest.asked > reading.asked)
      return own.forEach(({ settle }) => settle(answerOf(newest)))
    if (!confirmed.take(room, reading)) {
      log.warn('schedule.lacks-running', { room })
      const again = own.length > 0 ? own : [{ ...reading, room, isAwaited: false, settle: () => undefined }]
      clock.after(seconds(2), () => again.forEach(want))
      return
    }
    if (own.length === 0) brought.set(room, reading)
    else brought.delete(room)
    for (const run of listeners) run(room, reading, own.length > 0)
    for (const { settle } of own) settle(answerOf(reading))
  }

  return {
    read: (room, window, isAwaited = false) => {
      const known = brought.get(room)
      brought.delete(room)
      const isFresh = known !== undefined && clock.elapsed() - known.asked <= bringingServesFor
      if (isFresh && isSame(known.window, window)) return Promise.resolve(answerOf(known))
      return new Promise((settle) => {
        want({ room, window, isAwaited, settle })
      })
    },
    onReading: (run) => {
      listeners.add(run)
      return () => listeners.delete(run)
    },
    replied: confirmed.replied,
    refused: confirmed.refused,
  }
}

const answerOf = ({ bookings, askedAt, window }: SharedReading): ScheduleAnswer => ({
  ...ok(bookings),
  askedAt,
  window,
})
