import { days, hours, minutes, seconds } from '../../../../shared/time/time.ts'
import type { Instance } from '../../../../simulator/calendar/event.ts'
import type { ReplyRecord } from '../../../../simulator/reply-record.ts'
import type { Tally } from '../../people/office.ts'
import type { Door } from '../door.ts'
import { noteHarmed } from '../memory.ts'
import { covers, nameOf } from '../presence.ts'
import { judgeSitters } from '../sitters.ts'
import type { ReplyBody } from './reply-body.ts'

/** Codes with which the gateway refuses a token before it reads the call, which is not carried out. */
const tokenRejected: readonly (number | undefined)[] = [99991661, 99991663, 99991664, 99991671]
/** The platform knows no such booking, so the reply was not carried out. */
const originalTimeInvalid = 105003

/** All true stays of a meeting around now, as far as a reply could harm them. */
export const staysOf = ({ room, world, time }: Door, uid: string): readonly Instance[] =>
  world
    .staysIn(room, { from: time.now() - days(30), to: time.now() + days(30) })
    .filter((stay) => stay.event.uid === uid)

/**
 * Law 3: one reply for each decision. A reply that names no booking was not carried out, and may be sent
 * under another id.
 */
export function judgeOnce(door: Door, body: ReplyBody, name: string, code: number | undefined): void {
  const { court, everything } = door
  if (body.status === 'NOT_CHECK_IN') everything.attempted.add(name)
  if (tokenRejected.includes(code) || code === originalTimeInvalid) return
  if (body.status === 'NOT_CHECK_IN') {
    if (count(everything.releases, name) > 1) court.accuse('L3 once', `${name} was released again`)
  } else {
    const sent = count(everything.ends, body.uid)
    if (sent > (everything.confirmed.get(body.uid) ?? 0))
      court.accuse('L3 once', `${body.uid} was ended ${sent} times`)
  }
}

function count(counts: Map<string, number>, name: string): number {
  const sum = (counts.get(name) ?? 0) + 1
  counts.set(name, sum)
  return sum
}

/** What a reply was sent for. */
export interface Aim {
  /** The booking that the last reading has for it. */
  readonly meant: Instance | undefined
  /** All stays of its meeting before it. */
  readonly before: readonly Instance[]
}

/** Laws 1 and 7: what a reply did to the room. */
export function judgeEffect(
  door: Door,
  body: ReplyBody,
  record: ReplyRecord | undefined,
  { meant, before }: Aim,
  tally: Tally,
): void {
  const { court, time, world } = door
  if (record?.effect === undefined) return
  const { event, hit } = record.effect
  if (hit === 'all' && event.repeats !== undefined && world.switches.instanceOfSeries === 'wholeSeries') {
    const named = before.find((stay) => stay.originalStart === record.effect?.named)
    if (named !== undefined && body.status === 'ENDED_BEFORE_DUE') cutPresence(door, named)
    return noteHarm(door, before)
  }
  if (hit === 'all' && before.length > 1)
    return court.accuse('L7 a series is more than today', `${body.uid}: all of it was hit`)
  // Its last instance was released before, which readings did not show yet: there was none left to hit.
  if (hit === 'all' && before.length === 0) return
  const struck = before.find((stay) => hit === 'all' || stay.originalStart === hit)
  if (struck === undefined)
    return court.accuse('L7 a series is more than today', `${body.uid}: an instance far away was hit`)
  const isToday = struck.start <= time.now() + minutes(2) || hadBegun(door, struck)
  if (event.repeats !== undefined && !isToday)
    court.accuse('L7 a series is more than today', `${nameOf(struck)} was hit before it began`)
  if (body.status === 'NOT_CHECK_IN') judgePresence(door, meant ?? struck, struck, tally)
  if (body.status === 'ENDED_BEFORE_DUE') cutPresence(door, struck)
}

/**
 * Law 1: no one is thrown out who is in the room by the panel's possible knowledge, and by what happened to
 * the people.
 */
function judgePresence(door: Door, read: Instance, struck: Instance, tally: Tally): void {
  const { court, everything, memory } = door
  const listed = memory.reading?.stays ?? []
  const present = everything.checkIns.find((one) => covers(one, read, listed))
  if (present !== undefined)
    court.accuse('L1 nobody loses an occupied room', `${nameOf(struck)}: checked in by ${present.name}`)
  judgeSitters(door, struck, tally)
}

/** Who ends a meeting at the door leaves: from then on they are there no more. */
function cutPresence({ everything, time }: Door, struck: Instance): void {
  everything.endedAt.set(struck.event.uid, time.now())
  for (const presence of everything.checkIns)
    if (presence.name === nameOf(struck))
      Object.assign(presence, { end: Math.min(presence.end, time.now()), endedAt: time.now() })
}

/** So old may a reading be that a reply rests on (law 2c), ms. */
const freshForReply = seconds(10)

/** Moved in the moment of the reply, an instance still is the one that was running when the calendar was read before it. */
function hadBegun({ memory, time }: Door, { event, originalStart }: Instance): boolean {
  const { askedAt, stays } = memory.reading ?? { askedAt: -Infinity, stays: [] }
  const read = stays.find((stay) => stay.event.uid === event.uid && stay.originalStart === originalStart)
  return time.now() - askedAt <= freshForReply && read !== undefined && read.start <= time.now()
}

/** Law 7: so long the panel may take to see that the other instances are gone, once a reading shows it, and to switch the release off. */
const untilNoticed = minutes(1)

/** A sibling that begins so soon may already run when the panel looks. */
const soon = hours(1)

function noteHarm({ everything, isHealthy, tablet, time, world }: Door, before: readonly Instance[]): void {
  everything.mayBeHarmed = true
  // While readings fail, the time of noticing it can't be promised.
  if (!isHealthy) return
  const shown = time.now() + world.switches.harmShownAfter
  if (before.some(({ start }) => start > shown + soon + untilNoticed))
    noteHarmed(everything, tablet.name, shown)
}

/** Law 7: once a series was harmed no booking is released, until IT clears that. */
export function judgeAfterHarm({ court, everything, tablet, time }: Door, { status, uid }: ReplyBody): void {
  const harmedAt = everything.harmedAt.get(tablet.name) ?? Infinity
  if (status === 'NOT_CHECK_IN' && time.now() > harmedAt + untilNoticed)
    court.accuse('L7 a series is more than today', `${uid} was released after another series was harmed`)
}
