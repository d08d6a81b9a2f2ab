import { dayOf, daysAround } from '../../shared/calendar-day.ts'
import { adviceFor } from '../../shared/domain/advice.ts'
import type { Schedule } from '../../shared/domain/reading.ts'
import {
  holds,
  hours,
  type Instant,
  type Interval,
  overlaps,
  plus,
  seconds,
} from '../../shared/domain/time.ts'
import { lacksRunning } from '../../shared/domain/vanished.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { Clock, Log, RoomCalendar } from '../ports.ts'
import { pause } from './pause.ts'
import type { RefreshTitles } from './refresh-titles.ts'

/**
 * Reads the schedule and tells the panel. A reading that is on its way already is shared, unless it was asked before
 * `notBefore` (by `clock.elapsed`, ms): then it can't prove what happened since, and another one follows it.
 * Gives the schedule, or nothing if the reading failed.
 */
export type RefreshSchedule = (notBefore?: number) => Promise<Schedule | undefined>

export interface RefreshScheduleParts {
  readonly calendar: RoomCalendar
  readonly clock: Clock
  readonly panel: PanelStore
  readonly log: Log
  readonly refreshTitles: RefreshTitles
  readonly timeZone: string
  /** From 0 up to 1: parts this panel's readings from those of many others. */
  readonly random?: () => number
}

/** A calendar that leaves a running booking out is asked again after this time, ms. */
const beforeSecondLook = seconds(2)

/** Bookings that may be ended or released soon: what a reply to them needs is found out ahead. */
const ahead = hours(1)

export function createRefreshSchedule(parts: RefreshScheduleParts): RefreshSchedule {
  const windowAt = daily(parts.timeZone)
  let underWay: { readonly asked: number; readonly result: Promise<Schedule | undefined> } | undefined

  const begin = (): NonNullable<typeof underWay> => {
    const asked = parts.clock.elapsed()
    const result = read(parts, windowAt, asked).finally(() => (underWay = undefined))
    return { asked, result }
  }

  return async function refresh(notBefore = -Infinity): Promise<Schedule | undefined> {
    underWay ??= begin()
    const { asked, result } = underWay
    const schedule = await result
    return asked >= notBefore ? schedule : refresh(notBefore)
  }
}

/** What to ask for, worked out once a day: time zones are slow. */
function daily(timeZone: string): (now: Instant) => Interval {
  let day: { readonly today: Interval; readonly window: Interval } | undefined
  return (now) => {
    if (day === undefined || !holds(day.today, now))
      day = { today: dayOf(now, timeZone), window: daysAround(now, timeZone) }
    return day.window
  }
}

async function read(
  parts: RefreshScheduleParts,
  windowAt: (now: Instant) => Interval,
  asked: number,
  isSecondLook = false,
): Promise<Schedule | undefined> {
  const { calendar, clock, panel, log, random, refreshTitles } = parts
  panel.apply({ kind: 'scheduleAsked', ...(random && { chance: random() }) })
  const window = windowAt(clock.now())
  const answer = await calendar.readSchedule(window)
  // Asked before a sleep: nobody knows how old the answer is.
  if (!clock.isWholeSince(asked)) return read(parts, windowAt, clock.elapsed())
  // Counted back from now: the answer itself may just have told us the right time.
  const at = plus(clock.now(), asked - clock.elapsed())
  if (!answer.ok) {
    const { code, retryAfter, ...problem } = answer.error
    log.warn('schedule.failed', { code, ...problem, action: adviceFor(answer.error) })
    panel.apply({ kind: 'scheduleFailed', code, at, ...(retryAfter !== undefined && { retryAfter }) })
    return undefined
  }
  // Asked for the days of a wrong clock, which this answer has just put right: what is missing there is not gone.
  if (!holds(window, clock.now())) return read(parts, windowAt, clock.elapsed())
  if (!isSecondLook && lacksRunning(panel.current(), answer.value, clock.now())) {
    log.warn('schedule.lacks-running')
    await pause(clock, beforeSecondLook)
    return read(parts, windowAt, clock.elapsed(), true)
  }
  const schedule = { bookings: answer.value, readAt: at, window }
  panel.apply({ kind: 'scheduleRead', schedule })
  const soon = { start: clock.now(), end: plus(clock.now(), ahead) }
  void refreshTitles(answer.value)
  void calendar.prepareReplies(answer.value.filter((booking) => overlaps(booking, soon)))
  return schedule
}
