import { emptyJournal, type JournalContent } from '../../shared/panel/journal.ts'
import { seconds } from '../../shared/time/time.ts'
import { ghost } from './a-ghost.ts'
import { aRoom } from './a-room.ts'
import { actionOf } from '../../shared/action/action.ts'

/**
 * Ten minutes after the start of a meeting without a check-in, at a door that offered check-in all the time.
 */
export async function atTheDeadline(content: JournalContent = emptyJournal) {
  const room = await aRoom('09:55', { bookings: [ghost], kept: { kind: 'found', content } })
  await room.offering('10:10', ghost)
  /** Releases the booking, and lets `ms` pass. */
  const released = async (ms = seconds(90)) => {
    await room.outcomeOf(room.releaseNoShow(ghost), ms)
    return actionOf(room.panel.current().actions, 'release')
  }
  return { ...room, released }
}

export type RoomAtTheDeadline = Awaited<ReturnType<typeof atTheDeadline>>
