import type { ReservationCalendar } from '../../engine/reservation-calendar.ts'
import type { CalendarProblem } from '../../engine/room-calendar.ts'
import { err } from '../../shared/result.ts'
import type { RoomLimits } from '../../shared/reserving/room-limits.ts'
import type { InTurn } from './turns.ts'
import type { HeldLease } from '../leading/held-lease.ts'

export interface HeldReservationsParts {
  readonly calendar: ReservationCalendar
  readonly lease: Pick<HeldLease, 'isHeld'>
  /** The rooms of a hub all ask for their limits when it begins, and once a day. */
  readonly limitsInTurn: InTurn
  /** `undefined`: the app may not book. */
  readonly onLimits: (limits: RoomLimits | undefined) => void
}

/** How the hub books a room: it writes nothing to the calendar while another hub may lead (law 8). */
export function createHeldReservations({
  calendar,
  lease,
  limitsInTurn,
  onLimits,
}: HeldReservationsParts): ReservationCalendar {
  const noting = (problem: CalendarProblem): void => {
    if (problem.code === 'scopeMissing' || problem.code === 'botMissing' || problem.code === 'calendarDenied')
      onLimits(undefined)
  }
  return {
    ...calendar,
    async readLimits(room) {
      if (room !== undefined) return calendar.readLimits(room)
      const limits = await limitsInTurn(() => calendar.readLimits())
      onLimits(limits.ok ? limits.value : undefined)
      return limits
    },
    async make(wanted) {
      if (!lease.isHeld()) return { kind: 'refused', problem: notLeading }
      const making = await calendar.make(wanted)
      if (making.kind === 'refused') noting(making.problem)
      return making
    },
    async askRoom(entry, room) {
      if (!lease.isHeld()) return err(notLeading)
      const asked = await calendar.askRoom(entry, room)
      if (!asked.ok) noting(asked.error)
      return asked
    },
    remove: async (entry) => (lease.isHeld() ? calendar.remove(entry) : err(notLeading)),
  }
}

const notLeading: CalendarProblem = { code: 'unexpected', cause: new Error('This hub no longer leads') }
