import type { TryPin } from '../secrets.ts'
import { provenWithin } from '../../shared/reserving/next-step.ts'
import { prunedReservations } from '../../shared/reserving/pruned-reservations.ts'
import { titleIn } from '../../shared/reserving/title.ts'
import type { PanelRules } from '../../shared/snapshot/panel-rules.ts'
import type { DoorCalendar, ReservationCalendar } from '../reservation-calendar.ts'
import type { Audit } from '../audit.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { RecordInJournal } from '../panel/record-in-journal.ts'
import type { Clock, Log } from '../ports.ts'
import type { RefreshSchedule } from '../reading/refresh-schedule.ts'
import { pause } from '../pause.ts'
import type { ReservationStore } from '../reservation-store.ts'
import { createBookRoom } from './book-room.ts'
import type { DoorBooking } from './door-booking.ts'
import { createDrive } from './drive-reservations.ts'
import { endExtensions } from './end-extensions.ts'
import { createFindRooms } from './find-rooms.ts'
import { openReservations } from './open-reservations.ts'
import { reserveByHub } from './reserve-by-hub.ts'
import { keepLimits } from './keep-limits.ts'
import { createReservationKeeper } from './reservation-keeper.ts'
import { sweepNightly } from './sweep-nightly.ts'
import { sweep } from './sweep.ts'

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

/**
 * Continues the reservations that an earlier panel left. Has no effect with a calendar that can't be booked.
 */
export function startReserving({ booking, calendar, ...parts }: ReservingParts): DoorBooking {
  const { sharedReservations: shared } = calendar
  if (shared !== undefined) return reserveByHub({ ...parts, shared })
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
  const { clock, panel, rulesAt } = parts
  let isOver = false
  const keeper = createReservationKeeper(parts)
  const written = () => ({ title: titleIn(rulesAt().locale), timeZone: rulesAt().timeZone })
  const drive = createDrive({ ...parts, keeper, written, isOver: () => isOver })

  const sweepNow = (): Promise<boolean> => sweep({ ...parts, keeper })
  const isOff = (): boolean => rulesAt().booking.who === 'off'
  /** A door at which booking was switched off may have left something behind before. */
  const mayHaveLeft = (): boolean => !isOff() || prunedReservations(keeper.all(), clock.now()).length > 0
  const takeUp = async (): Promise<void> => {
    const { ids, isWhole } = await openReservations({
      ...parts,
      keeper,
      isOver: () => isOver,
      sweep: sweepNow,
    })
    for (const id of ids) void keeper.change(id, { kind: 'interrupted' }).then(() => drive(id))
    if (isWhole) return
    // The sweeper leaves younger entries alone.
    await pause(clock, 2 * provenWithin)
    if (!isOver && !isOff()) await sweepNow()
  }

  panel.apply({ kind: 'reserving', event: { kind: 'opening' } })
  // Also if IT has switched booking off: reservations under way are brought to their end.
  void takeUp()
  const stops = [
    endExtensions({ ...parts, keeper, drive }),
    keepLimits(parts),
    sweepNightly({ clock, rulesAt, sweep: async () => mayHaveLeft() && sweepNow() }),
  ]
  const { find, lookAgain } = createFindRooms(parts)
  return {
    book: createBookRoom({ ...parts, keeper, drive, lookAgain }),
    findRooms: find,
    stop: () => {
      isOver = true
      for (const end of stops) end()
    },
  }
}
