import type { Door } from '../store/doors.ts'
import type { Instant } from '../../shared/time/time.ts'
import { silentSince } from '../../shared/line/silent-since.ts'
import { seconds } from '../../shared/time/time.ts'
import type { HeardDoor } from '../doors/heard-doors.ts'
import type { CommandParts } from './commands.ts'
import { problemText } from './problem-text.ts'

export interface TellStatusParts extends Pick<CommandParts, 'doors' | 'say' | 'asJson'> {
  readonly heard: ReadonlyMap<string, HeardDoor>
  readonly now: Instant
}

/** A door as IT sees it from afar. Moments in ms since 1970, and ages in ms. */
export interface DoorStatus {
  readonly door: string
  readonly room: string
  readonly isAssigned: boolean
  /** What the broker knows: whether the door is connected. Missing for a door that was never heard. */
  readonly isHere?: boolean
  readonly version?: string
  readonly occupancy?: string
  /** How old is what it shows. */
  readonly readAge?: number
  /** How old the page's last picture was when the door reported. */
  readonly pageAge?: number
  readonly clockError?: number
  readonly outbox?: number
  readonly lastProblem?: string
  readonly reportedAt?: Instant
  /** When it was heard last, if it should have been since. */
  readonly silentSince?: Instant
}

/** Tells what each door shows, and how it is. */
export async function tellStatus({ doors, say, asJson, heard, now }: TellStatusParts): Promise<0 | 1> {
  const listed = await doors.list()
  if (!listed.ok) {
    say(problemText(listed.error))
    return 1
  }
  const all = listed.value.map((door) => doorStatus(door, heard.get(door.id) ?? {}, now))
  if (asJson) say(JSON.stringify(all))
  else if (all.length === 0) say('there are no doors')
  else for (const door of all) say(lineOf(door, now))
  return 0
}

/** What is known of a door at `now`. */
export function doorStatus(
  { id, room, isAssigned }: Door,
  { presence, report, reportedAt }: HeardDoor,
  now: Instant,
): DoorStatus {
  const since = silentSince(
    { ...(presence && { isHere: presence.on }), ...(reportedAt !== undefined && { reportedAt }) },
    now,
  )
  return {
    door: id,
    room,
    isAssigned,
    ...(presence && { isHere: presence.on, version: presence.version }),
    ...(report && {
      occupancy: report.occupancy,
      ...(report.readAt !== undefined && { readAge: Math.max(now - report.readAt, 0) }),
      ...(report.pageAge !== undefined && { pageAge: report.pageAge }),
      ...(report.clockError !== undefined && { clockError: report.clockError }),
      outbox: report.outbox,
      ...(report.lastProblem && { lastProblem: report.lastProblem }),
    }),
    ...(reportedAt !== undefined && { reportedAt }),
    ...(since !== undefined && { silentSince: since }),
  }
}

function lineOf(status: DoorStatus, now: Instant): string {
  const { door, room, isAssigned, isHere, occupancy, readAge, version, lastProblem, silentSince, outbox } =
    status
  const parts = [
    door,
    room,
    ...(isAssigned ? [] : ['unassigned']),
    occupancy === undefined
      ? 'never heard'
      : `${isHere === false || silentSince !== undefined ? 'last ' : ''}${occupancy}`,
    ...(readAge === undefined ? [] : [`read ${ageText(readAge)} ago`]),
    ...(outbox === undefined || outbox === 0 ? [] : [`${outbox} waiting`]),
    ...(version === undefined ? [] : [version]),
    ...(lastProblem === undefined ? [] : [`last problem ${lastProblem}`]),
    ...(silentSince === undefined ? [] : [`silent for ${ageText(now - silentSince)}`]),
  ]
  return parts.join('  ')
}

/** In the largest unit that fits. */
function ageText(ms: number): string {
  const whole = Math.max(Math.round(ms / seconds(1)), 0)
  if (whole < 120) return `${whole} s`
  return whole < 7200 ? `${Math.floor(whole / 60)} min` : `${Math.floor(whole / 3600)} h`
}
