import { hours, type Instant, instantOf, minutes, seconds } from './time.ts'

/**
 * How far the server's clock is from ours: it lies between two bounds, in ms to be added to our own time.
 * Each answer's `Date` header narrows them, for the answer was made between our sending and our receiving, and the
 * header leaves out the fraction of the second.
 */
export interface ServerOffset {
  readonly least: number
  readonly most: number
}

/** What the answers have told of the server's time. */
export interface ServerTime {
  readonly offset?: ServerOffset
  /** Nothing has upset our own clock since the offset was heard. */
  readonly isEstablished: boolean
  /** Answers in a row that tell another time than the one that is known, and the same among themselves. */
  readonly contradiction?: Contradiction
}

interface Contradiction {
  readonly offset: ServerOffset
  readonly answers: number
  /** When the first of them came, by our own clock. */
  readonly since: number
}

/** Before the server was heard; its time is taken for ours. */
export const unheard: ServerTime = { isEstablished: false }

/** What one answer says. `sent` and `received` are by our own clock. */
export function offsetHeard(serverDate: Instant, sent: number, received: number): ServerOffset {
  return { least: serverDate - received, most: serverDate + seconds(1) - sent }
}

/** Both observations in one. Where they contradict each other our clock ran a little fast or slow: the newer counts. */
export function narrowed(known: ServerOffset | undefined, heard: ServerOffset): ServerOffset {
  if (known === undefined) return heard
  const least = Math.max(known.least, heard.least)
  const most = Math.min(known.most, heard.most)
  return least <= most ? { least, most } : heard
}

/** A correction smaller than this is the ordinary running of two clocks, not a leap. Ms. */
export const leap = seconds(5)

/** So many answers that agree with each other outweigh what was known, */
const answersToConvince = 3
/** and where the server was heard before, so long they must go on; longer against a tablet whose clock sides with what was known. Ms. */
const timeToConvince = { alone: minutes(5), againstTheTablet: hours(1) }
/** Two times are the same up to this, ms: as far as a release allows (law 2d). */
const sidesWithin = seconds(30)

/**
 * What is known after one more answer, which came at `received` by our own clock. A step of the server's time that our
 * own clock contradicts is doubt, not truth: an old answer out of a cache or a server whose clock is wrong would tell us
 * of another day. `tablet` is the offset that the tablet speaks for, as it is set just now: at a start and after a sleep one
 * answer is enough where the tablet sides with it.
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
 * Whether what was heard agrees with what is established; undefined, if nothing is. For an answer that must not teach us
 * another time.
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

/** One more answer in the row, or the first of a new one. */
function contradictionAfter(
  before: Contradiction | undefined,
  heard: ServerOffset,
  received: number,
): Contradiction {
  return before === undefined || gapBetween(before.offset, heard) > 0
    ? { offset: heard, answers: 1, since: received }
    : { ...before, offset: narrowed(before.offset, heard), answers: before.answers + 1 }
}

/** How far two observations are apart, ms; 0 if both can be true. */
const gapBetween = (one: ServerOffset, other: ServerOffset): number =>
  Math.max(0, one.least - other.most, other.least - one.most)

const gapTo = (guess: number, heard: ServerOffset): number => gapBetween({ least: guess, most: guess }, heard)

/** The server's time, with the smallest correction of ours that agrees with all that was heard. */
export function serverTime(ownTime: number, offset: ServerOffset | undefined): Instant {
  return instantOf(ownTime + correctionBy(offset))
}

/** The smallest correction of our own time that agrees with all that was heard, ms. */
export const correctionBy = (offset: ServerOffset | undefined): number =>
  offset === undefined ? 0 : Math.min(Math.max(0, offset.least), offset.most)

/** How far `serverTime` may be from the server's, ms: infinitely, while nothing is established or an answer contradicts. */
export function timeError({ offset, isEstablished, contradiction }: ServerTime): number {
  if (offset === undefined || !isEstablished || contradiction !== undefined) return Infinity
  const applied = correctionBy(offset)
  return Math.max(applied - offset.least, offset.most - applied)
}
