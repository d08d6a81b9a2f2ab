import type { Sought } from '../../../../shared/reserving/reserving.ts'
import type { Snapshot } from '../../../../shared/snapshot/snapshot.ts'
import { minutes, seconds } from '../../../../shared/time/time.ts'
import type { AppEvent } from '../../../../simulator/app-calendars/app-calendar.ts'
import type { Tally } from '../../people/office.ts'
import { clockErrorOf, type Door } from '../door.ts'
import type { SeenReading } from '../memory.ts'
import { type Attempt, yesOf } from './attempt.ts'
import { isMisled } from '../time-said.ts'
import { attemptsAt, isAwaited, longestBooking, presencesBy, untold } from './attempts.ts'

/** What a painted picture says of bookings at the door. */
export function judgeReserving(door: Door, snapshot: Snapshot, tally: Tally): void {
  if (door.everything.attempts.length === 0) return
  judgeWord(door, snapshot, tally)
  judgeShown(door, snapshot, tally)
  judgeOpen(door, snapshot)
  noteReserving(door, snapshot)
}

function judgeWord(door: Door, { reserving: word }: Snapshot, tally: Tally): void {
  if (word.kind === 'none' || word.kind === 'reserving') return
  const name = `reserving ${word.kind} ${word.at}`
  if (door.memory.words.has(name)) return
  door.memory.words.add(name)
  const attempt = untold(door, word.kind)
  // A program that begins anew says the last word again.
  if (attempt === undefined) return
  attempt.told = word.kind
  if (word.kind === 'booked') judgeBooked(door, attempt, tally, word.sought)
  if (word.kind === 'notBooked') judgeNotBooked(door, attempt, word.because)
  count(tally, attempt, word.kind)
}

/**
 * A door that shows a visitor's booking as a meeting in the room says so, too. While its disk does not tell what it has
 * booked, it asks for a check-in, and says nothing of the visitor.
 */
function judgeShown(door: Door, { occupancy, checkIns }: Snapshot, tally: Tally): void {
  if ('booking' in occupancy && door.memory.notBooked.has(occupancy.booking.meeting))
    door.court.accuse('B7 what is not booked is gone', `${occupancy.booking.meeting} is ${occupancy.kind}`)
  if (occupancy.kind !== 'inUse') return
  const { meeting, id: shown, isFromDoor } = occupancy.booking
  if (checkIns.some(({ id }) => id === shown)) return
  const attempt = attemptsAt(door).find(({ events }) => events.some(({ uid }) => uid === meeting))
  if (attempt === undefined || attempt.isLost) return
  // A disk that took nothing any more gives the next program a booking that the one before it had doubted.
  const isDoubtOfBefore = attempt.told === 'uncertain' && attempt.tappedAt < door.memory.startedAt
  if (attempt.told !== undefined && !isDoubtOfBefore) return
  // What the room took although the door doubts it is a meeting like any other, and is removed when the calendar takes it.
  if (!isAwaited(door, attempt) && isFromDoor !== true) return
  attempt.told = 'booked'
  judgeBooked(door, attempt, tally)
  tally.booked++
}

function count(tally: Tally, { events }: Attempt, told: 'booked' | 'notBooked' | 'uncertain'): void {
  if (told === 'booked') tally.booked++
  if (told === 'notBooked') tally.refused++
  if (told === 'uncertain') tally.inDoubt++
  if (told !== 'booked' && events.some(({ isDeleted }) => isDeleted)) tally.cleaned++
}

/** Law 1 of booking: no green while an event of this door's is neither booked nor gone, and nothing was said of it. */
function judgeOpen(door: Door, { occupancy }: Snapshot): void {
  if (occupancy.kind !== 'free') return
  const open = attemptsAt(door).find(
    (one) =>
      one.told === undefined &&
      !one.isLost &&
      !one.isTouched &&
      one.events.some((event) => isOpen(door, one, event)),
  )
  if (open !== undefined) door.court.accuse('B1 never green while it books', `${open.key} is open`)
  const coming = attemptsAt(door).find((one) => isComing(door, one))
  if (coming !== undefined)
    door.court.accuse('B1 never green while it books', `${coming.key} is booked, and begins in this minute`)
}

/** Who books for now has the room from then on, also where it begins with the next minute. */
const isComing = ({ memory, time }: Door, { told, wish, isLost, isTouched, events }: Attempt): boolean =>
  told === 'booked' &&
  (wish === 'now' || wish === 'startEarly' || wish === 'takeBack') &&
  !isLost &&
  !isTouched &&
  memory.reading?.stays.some(
    ({ event, start }) =>
      start > time.now() &&
      start < time.now() + minutes(1) &&
      events.some(({ uid, isDeleted }) => uid === event.uid && !isDeleted),
  ) === true

/** In the calendar, not over, and without the room's no. */
const isOpen = (door: Door, attempt: Attempt, event: AppEvent): boolean => {
  const { time, room } = door
  const { wish } = attempt
  if (event.isDeleted || event.span.end <= time.now() + clockErrorOf(door) + seconds(1)) return false
  const yes = yesOf(event)
  // By then it was said that this is not sure, while nobody could see the page: it holds up no green any more.
  if (yes?.stay === undefined) return isAwaited(door, attempt)
  // It was said while nobody could see the page, and does not have the room yet.
  if (wish === 'later' || wish === 'extend' || wish === 'elsewhere') return false
  return room.schedule.within(event.span, Infinity).some((stay) => stay.event === yes.stay)
}

/** Law 7 of booking: *booked* is what the room accepted and the last reading has. */
function judgeBooked(door: Door, attempt: Attempt, tally: Tally, said?: Sought): void {
  const { court, memory, time, everything } = door
  const accuse = (what: string): void =>
    court.accuse('B7 booked is what a reading proves', `${door.tablet.name}: ${what}`)
  const event = attempt.events.find((one) => one.requests.some(({ answer }) => answer === 'accept'))
  // People may move it in the moment in which it is proven.
  if (event === undefined) return attempt.isTouched ? undefined : accuse('no room has accepted')
  const isElsewhere = attempt.wish === 'elsewhere'
  if (!isElsewhere && !isOfOtherDays(memory.reading, event) && !isIn(memory.reading, event))
    accuse('the last reading lacks it')
  if (said !== undefined && said.end !== event.span.end && !attempt.isTouched)
    accuse(`until ${said.end}, and it ends at ${event.span.end}`)
  everything.checkIns.push(...presencesBy(door, attempt, event))
  const after = Math.ceil((time.now() - attempt.tappedAt) / 500) / 2
  tally.bookedAfter[after] = (tally.bookedAfter[after] ?? 0) + 1
}

const isIn = (reading: SeenReading | undefined, { uid }: AppEvent): boolean =>
  reading?.stays.some((stay) => stay.event.uid === uid) ?? false

/** A panel that woke, and was told another date, has read other days since it proved the booking. */
const isOfOtherDays = (reading: SeenReading | undefined, { span }: AppEvent): boolean =>
  reading !== undefined && (span.start < reading.window.start || span.start >= reading.window.end)

/** Law 7 of booking: *not booked* is said when nothing is in the calendar any more. */
function judgeNotBooked({ court, tablet, memory }: Door, { events, isLate }: Attempt, because: string): void {
  if (!isLate) for (const { uid } of events) memory.notBooked.add(uid)
  const event = events.find(({ isDeleted }) => !isDeleted)
  if (event !== undefined && !isLate)
    court.accuse('B7 what is not booked is gone', `${tablet.name}: ${because}, and ${event.uid} is there`)
  const isDeclined = events.some(({ requests }) => requests.some(({ answer }) => answer === 'decline'))
  if (because === 'declined' && !isDeclined)
    court.accuse('B7 what is not booked is gone', `${tablet.name}: no room has declined`)
}

/** Law 7 of booking: a door does not say for ever that it books. */
function noteReserving(door: Door, { reserving }: Snapshot): void {
  const { memory, time, court, tablet } = door
  if (reserving.kind !== 'reserving') return void (memory.reservingSince = undefined)
  if (memory.reservingSince !== undefined) return
  const since = time.now()
  memory.reservingSince = since
  time.after(longestBooking, () => {
    if (door.memory !== memory || memory.reservingSince !== since || !tablet.isRunning()) return
    // A panel that knows no time yet can do nothing about what it has found.
    if (memory.reading === undefined || isMisled(memory, time.now())) return
    if (memory.upsetUntil > since || tablet.program().tabletTime.isAsleep()) return
    court.accuse('B7 each attempt is told an end', `${tablet.name} books for ${longestBooking} ms`)
  })
}
