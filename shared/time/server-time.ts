import { hours, type Instant, instantOf, minutes, seconds } from './time.ts'

/**
 * The difference between the server's clock and ours. It lies between two bounds, in ms to be added to our
 * own time. Each answer's `Date` header narrows them, because the server wrote the answer between our sending
 * and our receiving. The header leaves out the fraction of the second.
 */
export interface ServerOffset {
  readonly least: number
  readonly most: number
}

/** The panel's knowledge of the server's time, from the answers so far. */
export interface ServerTime {
  readonly offset?: ServerOffset
  /** Our own clock has run without a leap since the offset was measured. */
  readonly isEstablished: boolean
  /** Consecutive answers that contradict the known time, and agree with each other. */
  readonly contradiction?: Contradiction
}

interface Contradiction {
  readonly offset: ServerOffset
  readonly answers: number
  /** When the first of these answers came, by our own clock. */
  readonly since: number
}

/** The state before the server's first answer. Our own time is used unchanged. */
export const unheard: ServerTime = { isEstablished: false }

/** The bounds that one answer gives. `sent` and `received` are by our own clock, ms. */
export function offsetHeard(serverDate: Instant, sent: number, received: number): ServerOffset {
  return { least: serverDate - received, most: serverDate + seconds(1) - sent }
}

/**
 * Combines two observations. If they contradict each other, our clock ran a little fast or slow, and the
 * newer one counts.
 */
export function narrowed(known: ServerOffset | undefined, heard: ServerOffset): ServerOffset {
  if (known === undefined) return heard
  const least = Math.max(known.least, heard.least)
  const most = Math.min(known.most, heard.most)
  return least <= most ? { least, most } : heard
}

/** A correction smaller than this is the ordinary running of two clocks, not a leap. Ms. */
export const leap = seconds(5)

/** This many answers that agree with each other outweigh the known time. */
const answersToConvince = 3
/**
 * If the server's time was known before, the contradiction must also last this long: longer if the tablet's
 * clock agrees with the known time. Ms.
 */
const timeToConvince = { alone: minutes(5), againstTheTablet: hours(1) }
/** Two times count as equal up to this difference, ms: as far as a release allows (law 2d). */
const sidesWithin = seconds(30)

/**
 * The server's time after one more answer, which came at `received` by our own clock. A jump of the server's
 * time that our own clock contradicts is doubted at first, because an old answer from a cache, or a server
 * with a wrong clock, would show the door another day. `tablet` is the offset by which the tablet's system
 * clock would be right. At a start and after a sleep one answer that agrees with it is enough.
 */
export function afterHearing(
  known: ServerTime,
  heard: ServerOffset,
  received: number,
  tablet: number,
): ServerTime {
  if (isPlausible(known, heard, tablet)) return { offset: narrowed(known.offset, heard), isEstablished: true }
  const contradiction = contradictionAfter(known.contradiction, heard, received)
  const isLongEnough = received - contradiction.since >= timeToConvinceOf(known, tablet)
  return contradiction.answers >= answersToConvince && isLongEnough
    ? { offset: contradiction.offset, isEstablished: true }
    : { ...known, contradiction }
}

/**
 * Whether an answer agrees with the established time; undefined if none is established. For answers that must
 * not change the known time.
 */
export const agreesWith = (
  { offset, isEstablished }: ServerTime,
  heard: ServerOffset,
): boolean | undefined =>
  isEstablished && offset !== undefined ? gapBetween(offset, heard) <= leap : undefined

const isPlausible = (known: ServerTime, heard: ServerOffset, tablet: number): boolean =>
  agreesWith(known, heard) ??
  [correctionBy(known.offset), tablet].some((guess) => gapTo(guess, heard) <= sidesWithin)

function timeToConvinceOf({ offset, isEstablished }: ServerTime, tablet: number): number {
  if (!isEstablished || offset === undefined) return 0
  return gapTo(tablet, offset) <= sidesWithin ? timeToConvince.againstTheTablet : timeToConvince.alone
}

/** The contradiction with one more answer, or a new one if the answers don't agree. */
function contradictionAfter(
  before: Contradiction | undefined,
  heard: ServerOffset,
  received: number,
): Contradiction {
  return before === undefined || gapBetween(before.offset, heard) > 0
    ? { offset: heard, answers: 1, since: received }
    : { ...before, offset: narrowed(before.offset, heard), answers: before.answers + 1 }
}

/** The gap between two observations, ms; 0 if both can be true. */
const gapBetween = (one: ServerOffset, other: ServerOffset): number =>
  Math.max(0, one.least - other.most, other.least - one.most)

const gapTo = (guess: number, heard: ServerOffset): number => gapBetween({ least: guess, most: guess }, heard)

/** The server's time: our own with the smallest correction that agrees with all observations. */
export function serverTime(ownTime: number, offset: ServerOffset | undefined): Instant {
  return instantOf(ownTime + correctionBy(offset))
}

/** The smallest correction of our own time that agrees with all observations, ms. */
export const correctionBy = (offset: ServerOffset | undefined): number =>
  offset === undefined ? 0 : Math.min(Math.max(0, offset.least), offset.most)

/**
 * The greatest possible error of `serverTime`, ms. `Infinity` while no time is established, or while an
 * answer contradicts it.
 */
export function timeError({ offset, isEstablished, contradiction }: ServerTime): number {
  if (offset === undefined || !isEstablished || contradiction !== undefined) return Infinity
  const applied = correctionBy(offset)
  return Math.max(applied - offset.least, offset.most - applied)
}
