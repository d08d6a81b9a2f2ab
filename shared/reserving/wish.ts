import type { Instant, Interval } from '../time/time.ts'

/**
 * A visitor's wish for a booking. All wishes take the same road, and differ only in the time and the room.
 *
 * - `now`: this room from now on
 * - `later`: this room in a gap of today
 * - `extend`: this room after the running meeting, which itself is never changed
 * - `startEarly`: this room until its next booking, which the visitor came for
 * - `takeBack`: the rest of a booking that was released, because its people have come
 * - `elsewhere`: another room from now on
 */
export interface Wish {
  readonly kind: (typeof wishKinds)[number]
  /** Of `now`, `later` and `extend`. */
  readonly length?: LengthName
  /** Of `later`: where the gap begins. */
  readonly start?: Instant
  /** Of `elsewhere`: the room's id. */
  readonly room?: string
}

export const wishKinds = ['now', 'later', 'extend', 'startEarly', 'takeBack', 'elsewhere'] as const

/** In minutes; `next`: until the next booking begins. Part of the marks `length-…` and `extend-…`. */
export type LengthName = number | 'next'

/** A wish that the door can grant, and the time that it would book. */
export interface Bookable extends Interval {
  readonly wish: Wish
}

export const isSameWish = (one: Wish, other: Wish): boolean =>
  one.kind === other.kind &&
  one.length === other.length &&
  one.start === other.start &&
  one.room === other.room

/** What a door shows of one kind. */
export const bookableOf = (bookable: readonly Bookable[], kind: Wish['kind']): readonly Bookable[] =>
  bookable.filter(({ wish }) => wish.kind === kind)
