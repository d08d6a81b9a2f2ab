import type { Line } from '../../engine/line/line.ts'
import type { Cancel, Clock, Log } from '../../engine/ports.ts'
import { parseMessage } from '../../shared/line/codec.ts'
import { fromEveryDoor, speakerIn } from '../../shared/line/topics.ts'
import { plus, seconds } from '../../shared/time/time.ts'
import type { HeldLease } from '../leading/held-lease.ts'
import type { RoomViews } from '../rooms/room-views.ts'
import type { HubStore } from '../store/hub-store.ts'
import { leavingsIn, longestStay } from './records-of.ts'
import type { Votings } from './votings.ts'

export interface KeepCheckInsParts {
  readonly line: Line
  readonly store: Pick<HubStore, 'attempts' | 'checkIns'>
  readonly clock: Clock
  readonly log: Log
  readonly lease: HeldLease
  readonly views: Pick<RoomViews, 'checkedIn' | 'left'>
  readonly votings: Pick<Votings, 'tapped'>
  readonly roomOf: (door: string) => string | undefined
}

/** The pause before the store is asked again for its check-ins, ms. */
const tryAgain = seconds(3)

/**
 * Commits the doors' check-ins, and only then puts them into the room's views: until then the door sends them
 * again. Begins with the check-ins that earlier hubs have committed. Returns the function that stops this.
 */
export function keepCheckIns(parts: KeepCheckInsParts): Cancel {
  const { line, store, clock, log, lease, views, votings, roomOf } = parts
  let isOver = false
  let cancelTimer: Cancel | undefined

  const recall = async (): Promise<void> => {
    const since = plus(clock.now(), -longestStay)
    const [known, attempts] = await Promise.all([
      store.checkIns.endingAfter(since),
      store.attempts.endingAfter(since),
    ])
    if (isOver) return
    if (!known.ok || !attempts.ok) return void (cancelTimer = clock.after(tryAgain, () => void recall()))
    for (const { room, door: _, isPresumed: _guess, ...checkIn } of known.value)
      views.checkedIn(room, [checkIn])
    for (const room of new Set(attempts.value.map((attempt) => attempt.room))) {
      const left = leavingsIn(attempts.value.filter((attempt) => attempt.room === room))
      if (left.size > 0) views.left(room, left)
    }
  }
  const keep = async (door: string, payload: string): Promise<void> => {
    const event = parseMessage('event', payload)
    if (!event.ok) return log.warn('line.not-understood', { door, ...event.error })
    const room = roomOf(door)
    if (room === undefined) return log.warn('check-in.of-no-room', { door })
    // Also if the store refuses it: somebody is there.
    votings.tapped(room, door)
    const { v: _, kind: _kind, ...checkIn } = event.value
    const kept = await store.checkIns.record(lease.epoch, { ...checkIn, room, door })
    if (!kept.ok) return log.warn('check-in.not-kept', { door, ...kept.error })
    if (!isOver) views.checkedIn(room, [checkIn])
  }
  const stop = line.subscribe(fromEveryDoor('event'), ({ topic, payload }) => {
    const speaker = speakerIn(topic)
    if (speaker !== undefined) void keep(speaker.door, payload)
  })
  void recall()
  return () => {
    isOver = true
    cancelTimer?.()
    stop()
  }
}
