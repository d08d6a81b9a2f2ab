import type { Door } from './door.ts'
import type { SmallFeishu } from './small-feishu.ts'

export const minute = 60_000

/** Between the booking and its start, min: a touch has the schedule read again once that is 10 s old. */
export const untilTheStart = 0.4

/**
 * A meeting has just begun at a door that releases after one minute, and that listed it before. No check-in
 * has been made.
 */
export async function duringGrace(
  feishu: SmallFeishu,
  door: Door,
  book: SmallFeishu['bookDaily'] = feishu.book,
) {
  await door.configure({ ...feishu.configuration, checkIn: { mode: 'auto', graceMinutes: 1 } })
  const panel = await door.open()
  await panel.waitFor({ occupancy: 'free', connection: 'live' })
  const start = feishu.fromNow(untilTheStart)
  const meeting = { ...book(start, feishu.at(30)), start }
  await panel.touchUntil({ occupancy: 'checkInOpen', booking: meeting.mark })
  await panel.waitFor({ occupancy: 'awaitingCheckIn', connection: 'live', booking: meeting.mark })
  return { panel, meeting }
}
