import { roomsAtOnce } from '../../engine/company-calendar.ts'
import type { Cancel, Clock } from '../../engine/ports.ts'
import type { ScheduleAnswer } from '../../engine/room-calendar.ts'
import type { Interval } from '../../shared/time/time.ts'

/** A room wants to be read. */
export interface ReadingWish {
  readonly room: string
  readonly window: Interval
  readonly isAwaited: boolean
  readonly settle: (answer: ScheduleAnswer) => void
}

/** The rooms that one call reads, and the wishes that it answers. */
export interface Batch {
  readonly rooms: readonly string[]
  readonly window: Interval
  readonly isAwaited: boolean
  readonly wishes: readonly ReadingWish[]
}

/**
 * The calls for these wishes. Each has twenty rooms while there are so many (law 12): beside those that want to be
 * read the ones that were read longest ago. `readAt`: when a room was asked for last.
 */
export function* batchesOf(
  wishes: readonly ReadingWish[],
  all: readonly string[],
  readAt: (room: string) => number,
): Generator<Batch> {
  for (const { window } of wishes.filter(
    (wish, index) => wishes.findIndex((other) => isSame(other.window, wish.window)) === index,
  )) {
    const alike = wishes.filter((wish) => isSame(wish.window, window))
    const wanted = [...new Set(alike.map(({ room }) => room))]
    const others = all
      .filter((room) => !wanted.includes(room))
      .toSorted((one, other) => readAt(one) - readAt(other))
    const missing = (roomsAtOnce - (wanted.length % roomsAtOnce)) % roomsAtOnce
    const rooms = [...wanted, ...others.slice(0, missing)]
    for (let from = 0; from < rooms.length; from += roomsAtOnce) {
      const part = rooms.slice(from, from + roomsAtOnce)
      const own = alike.filter(({ room }) => part.includes(room))
      yield { rooms: part, window, wishes: own, isAwaited: own.some(({ isAwaited }) => isAwaited) }
    }
  }
}

export const isSame = (one: Interval, other: Interval): boolean =>
  one.start === other.start && one.end === other.end

/** How long to wait for other rooms' wishes, ms: meetings everywhere begin at the same moments. */
const gathering = 20

/** Gathers wishes for a moment, and hands them over together. A wish that people wait for takes the others with it at once. */
export function createGathering(
  clock: Pick<Clock, 'after'>,
  leave: (wishes: readonly ReadingWish[]) => void,
): (wish: ReadingWish) => void {
  let wishes: readonly ReadingWish[] = []
  let cancelTimer: Cancel | undefined
  const hand = (): void => {
    cancelTimer = undefined
    const leaving = wishes
    wishes = []
    leave(leaving)
  }
  return (wish) => {
    wishes = [...wishes, wish]
    if (wish.isAwaited) cancelTimer?.()
    if (wish.isAwaited || cancelTimer === undefined)
      cancelTimer = clock.after(wish.isAwaited ? 0 : gathering, hand)
  }
}
