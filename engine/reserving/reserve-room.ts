import type { TryPin } from '../secrets.ts'
import { limitsReadAgainAfter } from '../../shared/reserving/room-limits.ts'
import { titleIn } from '../../shared/reserving/title.ts'
import type { PanelRules } from '../../shared/snapshot/panel-rules.ts'
import { adviceFor } from '../../shared/set-up/advice.ts'
import { hours, plus } from '../../shared/time/time.ts'
import type { DoorCalendar, ReservationCalendar } from '../reservation-calendar.ts'
import type { Audit } from '../audit.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { RecordInJournal } from '../panel/record-in-journal.ts'
import type { Cancel, Clock, Log } from '../ports.ts'
import type { RefreshSchedule } from '../reading/refresh-schedule.ts'
import type { ReservationStore } from '../reservation-store.ts'
import { type BookRoom, createBookRoom } from './book-room.ts'
import { createDrive } from './drive-reservations.ts'
import { endExtensions } from './end-extensions.ts'
import { createFindRooms, type FindRooms } from './find-rooms.ts'
import { openReservations } from './open-reservations.ts'
import { createReservationKeeper } from './reservation-keeper.ts'
import { sweep } from './sweep.ts'

/** Booking at the door, while it works. */
export interface DoorBooking {
  readonly book: BookRoom
  readonly findRooms: FindRooms['find']
  readonly stop: Cancel
}

/** The parts that booking at the door needs besides the calendar. */
export interface BookingOutside {
  readonly store: ReservationStore
  /** An id that is unique at all doors: a UUID. */
  readonly newId: () => string
}

export interface ReservingParts {
  readonly calendar: DoorCalendar
  readonly booking: BookingOutside | undefined
  readonly clock: Clock
  readonly panel: PanelStore
  readonly log: Log
  readonly audit: Audit
  readonly refresh: RefreshSchedule
  readonly record: RecordInJournal
  readonly rulesAt: () => PanelRules
  readonly tryPin: TryPin
  /** The id of this door's room. */
  readonly room: string
}

/** When the calendar is swept, ms after midnight: an hour without bookings at the door. */
const sweepHour = hours(3)

/**
 * Continues the reservations that an earlier panel left. Has no effect with a calendar that can't be booked.
 */
export function startReserving({ booking, calendar, ...parts }: ReservingParts): DoorBooking {
  if (booking === undefined || calendar.reservations === undefined) return nothing
  const { reservations, readRooms } = calendar
  return start({ ...parts, ...booking, calendar: reservations, readRooms })
}

const nothing: DoorBooking = {
  book: async () => undefined,
  findRooms: async () => undefined,
  stop: () => undefined,
}

interface StartParts extends Omit<ReservingParts, 'booking' | 'calendar'>, BookingOutside {
  readonly calendar: ReservationCalendar
  readonly readRooms: DoorCalendar['readRooms']
}

function start(parts: StartParts): DoorBooking {
  const { calendar, clock, panel, log, rulesAt } = parts
  let isOver = false
  let failures = 0
  const timers = new Map<'limits' | 'sweep', Cancel>()
  const keeper = createReservationKeeper(parts)
  const written = () => ({ title: titleIn(rulesAt().locale), timeZone: rulesAt().timeZone })
  const drive = createDrive({ ...parts, keeper, written, isOver: () => isOver })

  const readLimits = async (): Promise<void> => {
    const read = await calendar.readLimits()
    if (isOver) return
    failures = read.ok ? 0 : failures + 1
    if (!read.ok) log.warn('reservation.limits-failed', { ...read.error, action: adviceFor(read.error) })
    panel.apply({
      kind: 'reserving',
      event: read.ok ? { kind: 'limitsRead', limits: read.value } : { kind: 'limitsLost' },
    })
    timers.set(
      'limits',
      clock.after(limitsReadAgainAfter(failures), () => void readLimits()),
    )
  }
  const sweepNow = (): Promise<boolean> => sweep({ ...parts, keeper })
  const sweepThenAgain = async (): Promise<void> => {
    await sweepNow()
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
    const { ids, isWhole } = await openReservations({ keeper, clock, isOver: () => isOver, sweep: sweepNow })
    for (const id of ids) void keeper.change(id, { kind: 'interrupted' }).then(() => drive(id))
    if (!isWhole && rulesAt().booking.who !== 'off') await sweepNow()
  }

  const stopEnding = endExtensions({ ...parts, keeper, drive })
  panel.apply({ kind: 'reserving', event: { kind: 'opening' } })
  void takeUp()
  // Also if IT has switched booking off: reservations under way are brought to their end.
  if (rulesAt().booking.who !== 'off') {
    void readLimits()
    sweepNightly()
  }
  const { find, lookAgain } = createFindRooms(parts)
  return {
    book: createBookRoom({ ...parts, keeper, drive, lookAgain }),
    findRooms: find,
    stop: () => {
      isOver = true
      stopEnding()
      for (const cancel of timers.values()) cancel()
    },
  }
}
