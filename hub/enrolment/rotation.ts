import { err, ok, type Result } from '../../shared/result.ts'
import type { BrokerAdmin, BrokerAdminProblem } from '../broker/broker-admin.ts'
import type { Door } from '../store/doors.ts'
import type { StoreProblem } from '../store/stored.ts'
import { type EnrolmentParts, newPassword } from './enrolment.ts'

export type DoorProblem = StoreProblem | BrokerAdminProblem | { readonly code: 'doorUnknown' }

/**
 * Gives a door its next password, which the hub tells it with what it desires of the door. The old one works
 * until the door has stored the next one. A door that has not stored the last one yet keeps that.
 */
export async function offerPassword(
  parts: Pick<EnrolmentParts, 'doors' | 'audit' | 'random'>,
  id: string,
  by: string,
): Promise<Result<string, DoorProblem>> {
  const found = await doorOf(parts, id)
  if (!found.ok) return found
  if (found.value.nextPassword !== undefined) return ok(found.value.nextPassword)
  const entered = await parts.audit.enter({ act: 'rotate', by, door: id, room: found.value.room })
  if (!entered.ok) return entered
  const password = newPassword(parts.random)
  const kept = await parts.doors.keepNextPassword(id, password)
  return kept.ok ? ok(password) : kept
}

/**
 * Makes the next password the only one, once the door says that it has stored it. The broker ends the door's
 * connection, and the door comes back with the new password. Has no effect without a next password.
 */
export async function adoptPassword(
  parts: Pick<EnrolmentParts, 'doors' | 'audit'> & { readonly broker: Pick<BrokerAdmin, 'setPassword'> },
  id: string,
): Promise<Result<void, DoorProblem>> {
  const found = await doorOf(parts, id)
  if (!found.ok) return found
  const { nextPassword, room } = found.value
  if (nextPassword === undefined) return ok(undefined)
  const set = await parts.broker.setPassword(id, nextPassword)
  if (!set.ok) return set
  // If this is lost, the same password is set once more at the door's next word.
  const forgotten = await parts.doors.keepNextPassword(id, undefined)
  if (!forgotten.ok) return forgotten
  return parts.audit.enter({ act: 'rotated', by: 'door', door: id, room, outcome: 'done' })
}

/**
 * Has the room no longer wait for a door that is dead or elsewhere, and takes its account. If the broker can't
 * be reached, the room does not wait any more, and the account goes when this is repeated.
 */
export async function unassign(
  parts: Pick<EnrolmentParts, 'doors' | 'audit' | 'broker'>,
  id: string,
  by: string,
): Promise<Result<void, DoorProblem>> {
  const found = await doorOf(parts, id)
  if (!found.ok) return found
  const act = { act: 'unassign', by, door: id, room: found.value.room } as const
  const entered = await parts.audit.enter(act)
  if (!entered.ok) return entered
  const unassigned = await parts.doors.unassign(id)
  if (!unassigned.ok) return unassigned
  const removed = await parts.broker.remove(id)
  if (!removed.ok) return removed
  return parts.audit.enter({ ...act, outcome: 'done' })
}

async function doorOf(
  { doors }: Pick<EnrolmentParts, 'doors'>,
  id: string,
): Promise<Result<Door, DoorProblem>> {
  const listed = await doors.list()
  if (!listed.ok) return listed
  const door = listed.value.find((one) => one.id === id)
  return door === undefined ? err({ code: 'doorUnknown' }) : ok(door)
}
