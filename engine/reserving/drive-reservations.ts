import { nextStep } from '../../shared/reserving/next-step.ts'
import type { Reservation, ReservationId } from '../../shared/reserving/reservation.ts'
import { enterInAudit, type EnterInAuditParts } from '../actions/enter-in-audit.ts'
import { pause } from '../pause.ts'
import type { Clock } from '../ports.ts'
import { carryOut, type CarryOutParts } from './carry-out.ts'
import type { ReservationKeeper } from './reservation-keeper.ts'

export interface DriveParts extends CarryOutParts, EnterInAuditParts {
  readonly clock: Clock
  readonly keeper: ReservationKeeper
  /** Whether another calendar has replaced this one, or the panel has ended. */
  readonly isOver: () => boolean
}

/** Carries out a reservation step by step, until it is booked or gone. One drive at a time for each. */
export type Drive = (id: ReservationId) => Promise<void>

export function createDrive(parts: DriveParts): Drive {
  const driven = new Map<ReservationId, Promise<void>>()
  return (id) => {
    const known = driven.get(id) ?? drive(parts, id).finally(() => driven.delete(id))
    driven.set(id, known)
    return known
  }
}

async function drive(parts: DriveParts, id: ReservationId): Promise<void> {
  const { keeper, clock, isOver } = parts
  const find = () => keeper.all().find((one) => one.id === id)
  for (let reservation = find(); reservation !== undefined && !isOver(); reservation = find()) {
    const step = nextStep(reservation, clock.now())
    if (step === undefined) return
    // oxlint-disable-next-line no-await-in-loop -- one step after the other
    await pause(clock, Math.max(step.at - clock.now(), 0))
    if (isOver()) return
    // oxlint-disable-next-line no-await-in-loop -- the same
    const event = await carryOut(parts, step, reservation)
    // The successor goes by the stored state, and finds out the result of this step.
    if (isOver()) return
    // oxlint-disable-next-line no-await-in-loop -- the same
    await keeper.change(id, event)
    // oxlint-disable-next-line no-await-in-loop -- the same
    await enterOutcome(parts, reservation, find())
  }
}

/** The audit has what became of it, once, by whichever panel has brought it to its end. */
async function enterOutcome(
  parts: EnterInAuditParts,
  before: Reservation,
  after: Reservation | undefined,
): Promise<void> {
  const outcome = after?.state.kind
  if (after === undefined || outcome === before.state.kind) return
  if (outcome !== 'booked' && outcome !== 'gone' && outcome !== 'uncertain') return
  const { wish, room, start, end } = after
  await enterInAudit(parts, { kind: 'reserve', wish, room, start, end, outcome })
}
