import type { ListedRoom } from '../../shared/admin/room-setting.ts'
import type { ReservationFailure } from '../../shared/reserving/reservation.ts'
import { nearRooms } from '../../shared/reserving/near-rooms.ts'
import {
  freeAmong,
  type FoundRooms,
  withSecondLook,
  type FindRules,
} from '../../shared/reserving/found-rooms.ts'
import type { RoomLimits } from '../../shared/reserving/room-limits.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { PanelRules } from '../../shared/snapshot/panel-rules.ts'
import { hours } from '../../shared/time/time.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { Clock, Log } from '../ports.ts'
import type { ReservationCalendar } from '../reservation-calendar.ts'
import type { CalendarProblem, RoomCalendar } from '../room-calendar.ts'

/** Looks for other rooms that are free now, for a visitor who asks for them. */
export interface FindRooms {
  /** Resolves when the rooms, or the reason for their absence, are on the screen. Costs one call, and the list of rooms once an hour. */
  readonly find: () => Promise<void>
  /**
   * Looks at one of the found rooms again, with the company's limits for it, before it is booked. Resolves to the
   * reason if it can't be read. A room that is not free any more is found no longer. Costs two calls.
   */
  readonly lookAgain: (room: string) => Promise<ReservationFailure | undefined>
}

export interface FindRoomsParts {
  readonly calendar: Pick<ReservationCalendar, 'readBusy' | 'readLimits'>
  readonly readRooms: RoomCalendar['readRooms']
  readonly clock: Clock
  readonly panel: PanelStore
  readonly log: Log
  readonly rulesAt: () => PanelRules
  /** The id of this door's room. */
  readonly room: string
}

/** Rooms are seldom made, moved or closed, and their list costs a call for each hundred, ms. */
const listServesFor = hours(1)

export function createFindRooms(parts: FindRoomsParts): FindRooms {
  const { calendar, clock, panel, log, rulesAt, room: own } = parts
  const listed = createListedRooms(parts)
  const show = (found: FoundRooms): void =>
    panel.apply({ kind: 'reserving', event: { kind: 'lookedAround', found } })
  const findRules = (limits: RoomLimits): FindRules => ({
    rules: rulesAt().booking,
    limits,
    today: rulesAt().today,
  })
  const fail = (problem: CalendarProblem): void => {
    log.warn('rooms.find-failed', { ...problem })
    show({ kind: 'failed', because: problem.code, at: clock.now() })
  }

  return {
    async find() {
      if (panel.current().reserving.found?.kind === 'looking') return
      show({ kind: 'looking' })
      const rooms = await listed()
      if (!rooms.ok) return fail(rooms.error)
      const near = nearRooms(rooms.value, own)
      const busy = await calendar.readBusy(
        near.map(({ id }) => id),
        rulesAt().today,
      )
      if (!busy.ok) return fail(busy.error)
      const now = clock.now()
      show({ kind: 'found', rooms: freeAmong(near, busy.value, findRules({}), now), at: now })
    },
    async lookAgain(id) {
      const [busy, limits] = await Promise.all([
        calendar.readBusy([id], rulesAt().today),
        calendar.readLimits(id),
      ])
      if (!busy.ok) return busy.error.code
      if (!limits.ok) return limits.error.code
      const { found } = panel.current().reserving
      if (found?.kind !== 'found') return undefined
      const known = found.rooms.filter((one) => one.id === id)
      const [free] = freeAmong(known, busy.value, findRules(limits.value), clock.now())
      show(withSecondLook(found, id, free))
      return undefined
    },
  }
}

function createListedRooms({
  readRooms,
  clock,
}: FindRoomsParts): () => Promise<Result<readonly ListedRoom[], CalendarProblem>> {
  let known: { readonly rooms: readonly ListedRoom[]; readonly at: number } | undefined
  return async () => {
    if (known !== undefined && clock.elapsed() - known.at < listServesFor) return ok(known.rooms)
    const read = await readRooms()
    if (read.ok) known = { rooms: read.value, at: clock.elapsed() }
    return read
  }
}
