import { lacksRunning } from '../../shared/check-in/vanished.ts'
import type { Schedule } from '../../shared/reading/reading.ts'
import { adviceFor } from '../../shared/set-up/advice.ts'
import { dayOf, daysAround } from '../../shared/time/calendar-day.ts'
import { contains, type Instant, type Interval, plus, seconds } from '../../shared/time/time.ts'
import type { ListedBooking, RoomCalendar } from '../room-calendar.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import { pause } from '../pause.ts'
import type { Clock, Log } from '../ports.ts'
import type { RefreshTitles } from './refresh-titles.ts'

/**
 * Reads the schedule and tells the panel. A reading that is under way is shared, unless it began before
 * `notBefore` (by `clock.elapsed`, ms). Such a reading can't prove later changes, so another one follows it.
 * `isAwaited`: a person at the door waits for it. Resolves to the schedule, or to undefined if the reading
 * failed.
 */
export type RefreshSchedule = (notBefore?: number, isAwaited?: boolean) => Promise<Schedule | undefined>

export interface RefreshScheduleParts {
  readonly calendar: RoomCalendar
  readonly clock: Clock
  readonly panel: PanelStore
  readonly log: Log
  readonly refreshTitles: RefreshTitles
  readonly timeZone: string
  /** A random number from 0 up to 1: separates this panel's readings from those of many others. */
  readonly random?: () => number
}

/** How long to wait before a second look, if the calendar's answer lacks a running booking, ms. */
const beforeSecondLook = seconds(2)

export function createRefreshSchedule(parts: RefreshScheduleParts): RefreshSchedule {
  const windowAt = daily(parts.timeZone)
  let underWay: { readonly asked: number; readonly result: Promise<Schedule | undefined> } | undefined

  const begin = (isAwaited: boolean): NonNullable<typeof underWay> => {
    const asked = parts.clock.elapsed()
    const result = read(parts, windowAt, asked, isAwaited).finally(() => (underWay = undefined))
    return { asked, result }
  }

  return async function refresh(notBefore = -Infinity, isAwaited = false): Promise<Schedule | undefined> {
    underWay ??= begin(isAwaited)
    const { asked, result } = underWay
    const schedule = await result
    return asked >= notBefore ? schedule : refresh(notBefore, isAwaited)
  }
}

/** Returns the function that gives the time to read, computed once a day because time zones are slow. */
function daily(timeZone: string): (now: Instant) => Interval {
  let day: { readonly today: Interval; readonly window: Interval } | undefined
  return (now) => {
    if (day === undefined || !contains(day.today, now))
      day = { today: dayOf(now, timeZone), window: daysAround(now, timeZone) }
    return day.window
  }
}

async function read(
  parts: RefreshScheduleParts,
  windowAt: (now: Instant) => Interval,
  asked: number,
  isAwaited: boolean,
  isSecondLook = false,
): Promise<Schedule | undefined> {
  const { calendar, clock, panel, log, random, refreshTitles } = parts
  panel.apply({ kind: 'scheduleAsked', ...(random && { chance: random() }) })
  const window = windowAt(clock.now())
  const answer = await calendar.readSchedule(window, isAwaited)
  // The call began before a sleep, so the age of its answer is not known.
  if (!clock.isWholeSince(asked)) return read(parts, windowAt, clock.elapsed(), isAwaited)
  // Counted back from now, because this answer may just have corrected the clock.
  const at = answer.askedAt ?? plus(clock.now(), asked - clock.elapsed())
  if (!answer.ok) {
    const { code, retryAfter, ...problem } = answer.error
    log.warn('schedule.failed', { code, ...problem, action: adviceFor(answer.error) })
    panel.apply({ kind: 'scheduleFailed', code, at, ...(retryAfter !== undefined && { retryAfter }) })
    return undefined
  }
  // The reading was for the days of a wrong clock, which this answer has just corrected. A booking that it
  // lacks is not gone.
  if (!contains(window, clock.now())) return read(parts, windowAt, clock.elapsed(), isAwaited)
  // A hub has looked twice before it passes such a list on.
  const isPassedOn = answer.askedAt !== undefined
  if (!isSecondLook && !isPassedOn && lacksRunning(panel.current(), answer.value, clock.now())) {
    log.warn('schedule.lacks-running')
    await pause(clock, beforeSecondLook)
    return read(parts, windowAt, clock.elapsed(), isAwaited, true)
  }
  const heard = isPassedOn && { heardAt: clock.now() }
  const schedule = { ...placed(answer.value), readAt: at, ...heard, window: answer.window ?? window }
  panel.apply({ kind: 'scheduleRead', schedule, answeredAt: clock.now() })
  void refreshTitles(schedule.bookings)
  return schedule
}

/**
 * Separates the bookings without times. Mostly returns the same list, so that derived values can be reused.
 */
function placed(listed: readonly ListedBooking[]): Pick<Schedule, 'bookings' | 'hasUnplaced'> {
  if (!listed.some(({ isUnplaced }) => isUnplaced)) return { bookings: listed }
  return { bookings: listed.filter(({ isUnplaced }) => !isUnplaced), hasUnplaced: true }
}
