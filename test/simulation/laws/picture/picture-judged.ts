import type { Snapshot } from '../../../../shared/snapshot/snapshot.ts'
import { hours, seconds } from '../../../../shared/time/time.ts'
import type { Instance } from '../../../../simulator/calendar/event.ts'
import { holdsThroughout } from '../around.ts'
import { clockErrorOf, type Door } from '../door.ts'
import type { Daze, ProgramMemory, SeenReading } from '../memory.ts'
import { covers, nameOf } from '../presence.ts'
import { isRemoved } from '../reserving/attempts.ts'
import { isMisled } from '../time-said.ts'
import { allowedErrorOf, judgeStood, standingGreen } from './green-stood.ts'
import type { ActionKind, ActionOf, Actions } from '../../../../shared/action/action.ts'

/** Everything that a painted picture claims. */
export function judgePicture(door: Door, snapshot: Snapshot): void {
  judgeStood(door)
  door.memory.green = standingGreen(door, snapshot)
  noteCheckIn(door, snapshot)
  judgeGreen(door, snapshot)
  judgeTick(door, snapshot)
  judgeWords(door, snapshot)
  judgeDoubt(door, snapshot)
}

/** A visitor is shown that their check-in is done: from now on the world holds the panel to it. */
function noteCheckIn(door: Door, { actions, bookings }: Snapshot): void {
  const { memory, everything, court, time } = door
  const checkIn = actionShown(actions, 'checkIn')
  if (checkIn?.stage !== 'settled' || checkIn.outcome.kind !== 'done') return
  const name: string = checkIn.booking
  const word = `done ${name} ${checkIn.at}`
  if (memory.words.has(word)) return
  memory.words.add(word)
  const uid = name.split('/')[0] ?? ''
  // A reading of that very moment may have put another in the booking's place: the check-in is for what is there now.
  const tapped =
    everything.taps.get(name) ??
    [...everything.taps.values()].findLast((one) => time.now() - one.changedAt < longestWait)
  const booking = bookings.find(({ id }) => id === name)
  if (tapped === undefined) return court.accuse('L6 only what is confirmed', `${word}, and nobody tapped`)
  const { start, end } = booking ?? tapped
  everything.checkIns.push({
    ...tapped,
    name,
    uid,
    start,
    end,
    atMost: { start, end },
    changedAt: time.now(),
    isFollowed: false,
    endedAt: Infinity,
  })
  if (everything.releases.has(name) && standing(door, name) === undefined && isGivenBack(door, uid))
    court.accuse('L6 only what is confirmed', `${word}, and the room was given back before`)
}

/** So long a tap may take to be answered: a release that had left before it is waited for. Ms. */
const longestWait = seconds(60)

/** A booking as it really is in the room's calendar, independent of any reading. */
const standing = ({ world, room, time }: Door, name: string): Instance | undefined =>
  world
    .staysIn(room, { from: time.now() - hours(24), to: time.now() + hours(24) })
    .find((stay) => nameOf(stay) === name)

/** Whether the platform has carried a release of this meeting out. */
const isGivenBack = ({ world }: Door, uid: string): boolean =>
  world.replies.some(({ effect, body }) => effect?.event.uid === uid && body.includes('NOT_CHECK_IN'))

/** By so much an answer may correct the panel's clock, and with it the age of what it has read, without further ado. Ms. */
const unnoticed = seconds(5)

/**
 * Law 4. The panel's clock may be wrong by what law 2d allows: a booking that runs by the server's time and not by a clock
 * that is some seconds off is judged by the latter.
 */
export function judgeGreen(door: Door, { occupancy }: Snapshot): void {
  const { court, memory, time } = door
  const now = time.now()
  if (occupancy.kind !== 'free' || isMisled(memory, now)) return
  const { reading } = memory
  if (reading === undefined) return court.accuse('L4 green is proven', 'free without a reading')
  if (now < reading.window.start || now >= reading.window.end)
    court.accuse('L4 green is proven', 'free by a reading of other days')
  const asleep = dazeOf(memory, reading, now)
  const error = allowedErrorOf(door)
  const age = now - reading.askedAt - (asleep === undefined ? 0 : asleep.woke - asleep.from)
  // Who doesn't know of a sleep goes by the hours in which it began.
  const known = asleep === undefined ? now : asleep.from
  const oldest = Math.max(door.oldestGreen({ now, error }), door.oldestGreen({ now: known, error }))
  if (age > oldest + error + unnoticed) court.accuse('L4 green is proven', `free on data ${age} ms old`)
  const running = reading.stays.find(
    (stay) =>
      !isRemoved(door, stay.event.uid) &&
      holdsThroughout(stay, { now, error }) &&
      (asleep === undefined || holdsThroughout(stay, { now: asleep.from, error })),
  )
  if (running !== undefined) court.accuse('L4 green is proven', `free while ${running.event.uid} runs`)
}

/**
 * A panel that was not told of a sleep notices it when it next holds its two clocks against each other. Until then, and until
 * it has read an answer that tells the time, it can't know of what began meanwhile; of all else it can.
 */
const dazeOf = ({ daze }: ProgramMemory, { askedAt, isDated }: SeenReading, now: number): Daze | undefined =>
  daze !== undefined && now < daze.until && (askedAt < daze.woke || !isDated) ? daze : undefined

/** A picture may have been on its way when the world changed under it, or a reading be asked for again. Ms. */
const onItsWay = seconds(4)

/** Law 5: a check-in that was shown as done is never asked for again. */
function judgeTick(door: Door, { checkIns }: Snapshot): void {
  const { court, everything, memory, time, tablet } = door
  const { diskReadAt, reading } = memory
  if (diskReadAt === undefined || reading === undefined || everything.checkIns.length === 0) return
  // While the disk refuses writes, a check-in can't follow its booking: it counts where the disk has it.
  const isStuck = time.now() < door.diskRefusesUntil
  // A program that died before the disk had it lets the check-in follow once more.
  const followsAnew = time.now() < (memory.firstReadAt ?? Infinity) + onItsWay
  const known = everything.checkIns.filter(
    ({ isLost, isFollowed, changedAt, bookedAt = tablet.name }) =>
      !isLost &&
      bookedAt === tablet.name &&
      changedAt < time.now() - onItsWay &&
      !((isStuck || followsAnew) && isFollowed),
  )
  for (const { id } of checkIns) {
    const stay = reading.stays.find((one) => nameOf(one) === id)
    const present = stay && known.find((one) => covers(one, stay, reading.stays))
    if (present !== undefined)
      court.accuse('L5 the tick is on disk first', `${id} is asked for again, after ${present.name}`)
  }
}

/** The action of this kind that the picture tells of. */
const actionShown = <Kind extends ActionKind>(actions: Actions, kind: Kind): ActionOf<Kind> | undefined =>
  actions.find((action): action is ActionOf<Kind> => action.kind === kind)

/** Law 6: `released` and `done` are said of what is no longer there. */
function judgeWords(door: Door, { actions }: Snapshot): void {
  const [release, end] = [actionShown(actions, 'release'), actionShown(actions, 'end')]
  if (release?.stage === 'settled' && release.outcome.kind === 'released')
    judgeGone(door, `released ${release.booking} ${release.at}`, release.booking)
  if (end?.stage === 'settled' && end.outcome.kind === 'done')
    judgeGone(door, `ended ${end.booking} ${end.at}`, end.booking)
  if (end?.stage === 'settled' && end.outcome.kind === 'refused')
    judgeRefused(door, `refused ${end.booking} ${end.at}`, end.booking.split('/')[0] ?? '')
}

/** Law 6: `refused` is said of what was not carried out, for certain. */
function judgeRefused({ court, everything, memory }: Door, word: string, uid: string): void {
  if (memory.words.has(word)) return
  memory.words.add(word)
  const { endedAt, endAskedAt } = everything
  if ((endedAt.get(uid) ?? -Infinity) >= (endAskedAt.get(uid) ?? Infinity))
    court.accuse('L6 only what is confirmed', `${word}, and it was carried out`)
}

/** Law 10: one odd item costs that item, and never the whole answer. */
function judgeDoubt({ court, memory, time }: Door, { occupancy }: Snapshot): void {
  if (occupancy.kind !== 'unknown' || occupancy.reason !== 'unexpected' || memory.wholeAt === undefined)
    return
  if (time.now() - memory.wholeAt > onItsWay)
    court.accuse('L10 what is odd costs no more than itself', 'an answer that came whole was not understood')
}

/** By the last reading, and by the room's calendar as it was when that was asked for. */
function judgeGone(door: Door, word: string, name: string): void {
  const { court, memory, time } = door
  if (memory.words.has(word)) return
  memory.words.add(word)
  const around = { now: time.now(), error: seconds(1) + clockErrorOf(door) }
  const isStill = ({ stays }: { readonly stays: readonly Instance[] }): boolean =>
    stays.some((stay) => nameOf(stay) === name && holdsThroughout(stay, around))
  if (memory.reading === undefined || isStill(memory.reading))
    court.accuse('L6 only what is confirmed', `${word}, and the last reading has it`)
}
