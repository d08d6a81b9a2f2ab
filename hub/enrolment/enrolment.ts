import { err, ok, type Result } from '../../shared/result.ts'
import type { BrokerAdmin, BrokerAdminProblem } from '../broker/broker-admin.ts'
import type { HubAudit } from '../store/audit.ts'
import type { CodeState, DoorRegistry } from '../store/doors.ts'
import type { StoreProblem } from '../store/stored.ts'
import { codeBytes, codeLifetime, codeOf, hashOf, parseCode, readable } from './code.ts'

export interface EnrolmentParts {
  readonly doors: DoorRegistry
  readonly audit: HubAudit
  readonly broker: BrokerAdmin
  /** This many random bytes. */
  readonly random: (count: number) => Uint8Array
}

/** `codeMalformed`: it can't be a code, and was typed wrongly. */
export type EnrolmentProblem =
  | StoreProblem
  | BrokerAdminProblem
  | { readonly code: 'codeMalformed' | 'codeUnknown' | 'codeUsed' | 'codeExpired' }

/** Makes a tablet a door. The broker keeps only a hash of the password. */
export interface EnrolledDoor {
  readonly door: string
  readonly room: string
  readonly password: string
}

/** Makes a code with which one tablet can become a door of this room. It is told once, and stored as a hash. */
export async function makeCode(
  { doors, audit, random }: Pick<EnrolmentParts, 'doors' | 'audit' | 'random'>,
  room: string,
  by: string,
): Promise<Result<string, StoreProblem>> {
  const code = codeOf(random(codeBytes))
  const entered = await audit.enter({ act: 'code', by, room })
  if (!entered.ok) return entered
  const added = await doors.addCode(hashOf(code), room, codeLifetime)
  return added.ok ? ok(code) : added
}

/**
 * Makes a door of the tablet that has this code, and an account for it. The account comes first: a code that
 * was used up for an account that could not be made would be lost to the tablet. An account without a door,
 * as after a crash in between, has a password that no tablet knows.
 */
export async function enrol(
  parts: EnrolmentParts,
  typed: string,
): Promise<Result<EnrolledDoor, EnrolmentProblem>> {
  const { doors, audit, broker, random } = parts
  const code = parseCode(typed)
  if (code === undefined) return err({ code: 'codeMalformed' })
  const hash = hashOf(code)
  const found = roomOf(await doors.lookAtCode(hash))
  if (!found.ok) return found
  const door = readable(random(codeBytes)).slice(0, 10).toLowerCase()
  const act = { act: 'enrol', by: 'enrolment code', room: found.value, door } as const
  const entered = await audit.enter(act)
  if (!entered.ok) return entered
  const password = newPassword(random)
  const admitted = await broker.admit(door, password)
  const redeemed = admitted.ok ? roomOf(await doors.redeemCode(hash, door)) : admitted
  if (!redeemed.ok) {
    await broker.remove(door)
    await audit.enter({ ...act, outcome: redeemed.error.code })
    return redeemed
  }
  await audit.enter({ ...act, outcome: 'done' })
  return ok({ door, room: redeemed.value, password })
}

/** A password of 256 bits, of letters that need no escape anywhere. */
export const newPassword = (random: EnrolmentParts['random']): string =>
  Buffer.from(random(32)).toString('base64url')

const refusals = { unknown: 'codeUnknown', used: 'codeUsed', expired: 'codeExpired' } as const

function roomOf(state: Result<CodeState, StoreProblem>): Result<string, EnrolmentProblem> {
  if (!state.ok) return state
  return state.value.kind === 'valid' ? ok(state.value.room) : err({ code: refusals[state.value.kind] })
}
