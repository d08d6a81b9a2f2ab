import { hours, minutes, seconds } from '../../shared/time/time.ts'
import { officeNumbers } from './office-numbers.ts'

/** What becomes of one meeting. Times are ms from midnight. */
export interface Plan {
  readonly from: number
  readonly to: number
  /** When it is booked; undefined if that was days ago. */
  readonly bookedAt?: number
  readonly cancelledAt?: number
  readonly moved?: { readonly at: number; readonly by: number }
  readonly extendedAt?: number
  readonly checkedInAt?: number
  readonly endedAt?: number
}

export interface Day {
  readonly meetings: readonly Plan[]
  /** When a visitor touches the panel, only to look. */
  readonly touches: readonly number[]
}

const opens = hours(9)
const closes = hours(18.5)
const slot = minutes(30)

/** One working day at one door, drawn. */
export function drawDay(random: () => number): Day {
  const meetings: Plan[] = []
  let free = opens
  const count = poisson(officeNumbers.meetingsPerDay, random)
  for (let left = count; left > 0; left--) {
    const slots = Math.max(Math.floor((closes - free) / slot / left), 1)
    const from = free + Math.floor(random() * slots) * slot
    const meeting = drawMeeting(from, random)
    if (meeting.to > hours(19.5)) break
    meetings.push(meeting)
    free = Math.ceil(meeting.to / slot) * slot
  }
  const passers = Array.from(
    { length: poisson(officeNumbers.passersPerDay, random) },
    () => opens + random() * (closes - opens),
  )
  const touches = passers.flatMap((at) =>
    random() < officeNumbers.secondTouches ? [at, at + between(seconds(2), seconds(20), random)] : [at],
  )
  return { meetings, touches }
}

function drawMeeting(from: number, random: () => number): Plan {
  const happens = (share: number): boolean => random() < share
  const to = from + lengthOf(random())
  const isNew = happens(officeNumbers.bookedOnTheDay)
  const bookedAt = Math.max(from - between(minutes(2), hours(4), random), hours(8.2))
  const known = { from, to, ...(isNew && { bookedAt }) }
  const later = between(isNew ? bookedAt + minutes(1) : hours(8.2), from - minutes(1), random)
  if (happens(officeNumbers.cancelledOnTheDay)) return { ...known, cancelledAt: later }
  const moved = happens(officeNumbers.movedOnTheDay) && { moved: { at: later, by: minutes(15) } }
  if (moved || happens(officeNumbers.noShows)) return { ...known, ...moved }
  return {
    ...known,
    checkedInAt: from + between(-minutes(3), minutes(5), random),
    ...(happens(officeNumbers.extended) && { extendedAt: to - between(minutes(2), minutes(10), random) }),
    ...(happens(officeNumbers.endedAtThePanel) && { endedAt: to - between(minutes(3), minutes(15), random) }),
  }
}

function lengthOf(drawn: number): number {
  let below = 0
  for (const { share, length } of officeNumbers.lengths) {
    below += share
    if (drawn < below) return length
  }
  return officeNumbers.lengths[0].length
}

const between = (least: number, most: number, random: () => number): number =>
  least + random() * (most - least)

/** How many of what happens `mean` times on average happen this time (Knuth). */
function poisson(mean: number, random: () => number): number {
  let product = random()
  let count = 0
  for (; product > Math.exp(-mean); count++) product *= random()
  return count
}
