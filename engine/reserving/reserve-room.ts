import { titleIn } from '../../shared/reserving/title.ts'
import type { PanelRules } from '../../shared/snapshot/panel-rules.ts'
import { adviceFor } from '../../shared/set-up/advice.ts'
import { hours, minutes, plus } from '../../shared/time/time.ts'
import type { DoorCalendar, ReservationCalendar } from '../calendars/reservation-calendar.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { RecordInJournal } from '../panel/record-in-journal.ts'
import type { Cancel, Clock, Log } from '../ports.ts'
import type { RefreshSchedule } from '../reading/refresh-schedule.ts'
import type { ReservationStore } from '../reservation-store.ts'
import { type BookRoom, createBookRoom } from './book-room.ts'
import { createDrive } from './drive-reservations.ts'
import { createReservationKeeper } from './reservation-keeper.ts'
import { sweep } from './sweep.ts'

/** Booking at the door, at work. */
export interface Reserving {
  readonly book: BookRoom
  readonly stop: Cancel
}

/** What booking at the door needs beside the calendar. */
export interface BookingOutside {
  readonly store: ReservationStore
  /** A name that nothing else has, at this door or at another: a UUID. */
  readonly newId: () => string
}

export interface ReservingParts {
  readonly calendar: DoorCalendar
  readonly booking: BookingOutside | undefined
  readonly clock: Clock
  readonly panel: PanelStore
  readonly log: Log
  readonly refresh: RefreshSchedule
  readonly record: RecordInJournal
  readonly rulesAt: () => PanelRules
  /** The id of this door's room. */
  readonly room: string
}

/** What the company lets people book is read once a day; what can't be read, again after some minutes. Ms. */
const limitsHold = hours(24)
const limitsPause = minutes(10)
/** When the calendar is gone through, ms after midnight: nobody books then. */
const sweepHour = hours(3)

/** Takes up what the panel before this one left, and goes on with it. Does nothing where the calendar can't be booked. */
export function startReserving({ booking, calendar, ...parts }: ReservingParts): Reserving {
  if (booking === undefined || calendar.reservations === undefined) return nothing
  return start({ ...parts, ...booking, calendar: calendar.reservations })
}

const nothing: Reserving = { book: async () => undefined, stop: () => undefined }

interface StartParts extends Omit<ReservingParts, 'booking' | 'calendar'>, BookingOutside {
  readonly calendar: ReservationCalendar
}

function start(parts: StartParts): Reserving {
  const { calendar, clock, panel, log, rulesAt } = parts
  let isOver = false
  const timers = new Map<'limits' | 'sweep', Cancel>()
  const keeper = createReservationKeeper(parts)
  const written = () => ({ title: titleIn(rulesAt().locale), timeZone: rulesAt().timeZone })
  const drive = createDrive({ ...parts, keeper, written, isOver: () => isOver })

  const readLimits = async (): Promise<void> => {
    const read = await calendar.readLimits()
    if (isOver) return
    if (!read.ok) log.warn('reservation.limits-failed', { ...read.error, action: adviceFor(read.error) })
    panel.apply({
      kind: 'reserving',
      event: read.ok ? { kind: 'limitsRead', limits: read.value } : { kind: 'limitsLost' },
    })
    timers.set(
      'limits',
      clock.after(read.ok ? limitsHold : limitsPause, () => void readLimits()),
    )
  }
  const sweepThenAgain = async (): Promise<void> => {
    await sweep({ ...parts, keeper })
    if (!isOver) sweepNightly()
  }
  const sweepNightly = (): void => {
    const next = plus(rulesAt().today.end, sweepHour)
    timers.set(
      'sweep',
      clock.after(next - clock.now(), () => void sweepThenAgain()),
    )
  }
  const takeUp = async (): Promise<void> => {
    const isWhole = await keeper.open()
    for (const { id } of keeper.all()) void keeper.change(id, { kind: 'interrupted' }).then(() => drive(id))
    if (!isWhole && rulesAt().booking.who !== 'off') await sweep({ ...parts, keeper })
  }

  panel.apply({ kind: 'reserving', event: { kind: 'opening' } })
  void takeUp()
  // Also where IT has switched booking off: what was under way is brought to its end.
  if (rulesAt().booking.who !== 'off') {
    void readLimits()
    sweepNightly()
  }
  return {
    book: createBookRoom({ ...parts, keeper, drive }),
    stop: () => {
      isOver = true
      for (const cancel of timers.values()) cancel()
    },
  }
}
