import type { Line } from '../../engine/line/line.ts'
import type { Log } from '../../engine/ports.ts'
import type { BookingId } from '../../shared/booking/booking.ts'
import { encodeMessage } from '../../shared/line/codec.ts'
import { messages } from '../../shared/line/messages.ts'
import { votesServeFor } from '../../shared/line/release-round.ts'
import { lineVersion, toTopic } from '../../shared/line/topics.ts'
import type { Instant } from '../../shared/time/time.ts'
import type { HubStore } from '../store/hub-store.ts'

export interface OrderVotesParts {
  readonly line: Line
  readonly store: Pick<HubStore, 'audit'>
  readonly log: Log
}

interface VoteOrder {
  readonly order: string
  readonly room: string
  readonly booking: BookingId
  readonly doors: readonly string[]
  readonly expiresAt: Instant
}

/**
 * Enters an order to vote for each of these doors in the audit, before any leaves (law 11), and again with
 * the doors' answers. Resolves to whether the entry is made: without the store no room is released in any case.
 */
export async function auditVotes(
  { store, log }: Pick<OrderVotesParts, 'store' | 'log'>,
  { order: id, expiresAt, room, doors }: VoteOrder,
  said?: ReadonlyMap<string, string>,
): Promise<boolean> {
  const order = { id, expiresAt }
  const entered = await Promise.all(
    doors.map((door) => {
      const outcome = said?.get(door)
      return store.audit.enter({ act: 'vote', by: 'hub', room, door, order, ...(outcome && { outcome }) })
    }),
  )
  for (const one of entered) if (!one.ok) log.error('audit.failed', { act: 'vote', room, ...one.error })
  return entered.every((one) => one.ok)
}

/** Orders these doors to vote, within this very call. */
export function orderVotes(
  { line }: Pick<OrderVotesParts, 'line'>,
  { order, booking, doors }: VoteOrder,
): void {
  const payload = encodeMessage({ v: lineVersion, id: order, kind: 'vote', booking })
  if (!payload.ok) return
  // A later vote would not count.
  const message = { ...messages.order, expiry: votesServeFor, payload: payload.value }
  for (const door of doors) void line.publish({ ...message, topic: toTopic(door, 'order') })
}
