import { codeLifetime } from '../enrolment/code.ts'
import { type EnrolmentParts, makeCode } from '../enrolment/enrolment.ts'
import { unassign } from '../enrolment/rotation.ts'
import type { Door } from '../store/doors.ts'
import { days } from '../../shared/time/time.ts'
import { problemText } from './problem-text.ts'

export interface CommandParts extends EnrolmentParts {
  /** The user who gives the command, for the audit. */
  readonly by: string
  /** Prints one line for IT. */
  readonly say: (line: string) => void
  readonly asJson: boolean
}

/** The commands for IT. Each returns the exit status: 0, or 1 if something failed. */
type ExitStatus = 0 | 1

interface CodeParts extends Omit<CommandParts, 'broker'> {
  /** Those that have doors; undefined for all that the app sees. */
  readonly rooms: readonly string[] | undefined
  /** Of the authority that vouches for the broker; undefined for one that every system knows. */
  readonly fingerprint: string | undefined
}

/** Prints a new code, once. */
export async function tellCode(parts: CodeParts, room: string): Promise<ExitStatus> {
  const { say, asJson, rooms, fingerprint } = parts
  if (rooms?.includes(room) === false) {
    say(`the configuration’s rooms have no ${room}`)
    return 1
  }
  const code = await makeCode(parts, room, parts.by)
  if (!code.ok) {
    say(problemText(code.error))
    return 1
  }
  const validDays = codeLifetime / days(1)
  if (asJson) {
    say(JSON.stringify({ code: code.value, room, validDays, caFingerprint: fingerprint }))
    return 0
  }
  say(`${code.value} makes one tablet a door of ${room}, within ${validDays} days`)
  if (fingerprint !== undefined) say(`the broker’s authority is SHA-256 ${fingerprint}`)
  return 0
}

/** Lets go of a door. */
export async function letGo(parts: CommandParts, door: string): Promise<ExitStatus> {
  const unassigned = await unassign(parts, door, parts.by)
  parts.say(
    unassigned.ok ? `${door} is unassigned, and has no account any more` : problemText(unassigned.error),
  )
  return unassigned.ok ? 0 : 1
}

/** Lists all doors. */
export async function listDoors({
  doors,
  say,
  asJson,
}: Pick<CommandParts, 'doors' | 'say' | 'asJson'>): Promise<ExitStatus> {
  const listed = await doors.list()
  if (!listed.ok) {
    say(problemText(listed.error))
    return 1
  }
  const told = listed.value.map(({ id, room, isAssigned, session }) => ({
    door: id,
    room,
    isAssigned,
    wasHeard: session !== undefined,
  }))
  if (asJson) say(JSON.stringify(told))
  else if (told.length === 0) say('there are no doors')
  else for (const door of listed.value) say(`${door.id}  ${door.room}  ${stateOf(door)}`)
  return 0
}

function stateOf({ isAssigned, session }: Door): string {
  if (!isAssigned) return 'unassigned'
  return session === undefined ? 'never heard' : 'assigned'
}
