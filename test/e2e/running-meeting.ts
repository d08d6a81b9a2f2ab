import type { Door } from './door.ts'
import type { SmallFeishu } from './small-feishu.ts'

/** Somebody has had the room for ten minutes, for half an hour more, and the panel shows it. */
export async function duringAMeeting(feishu: SmallFeishu, door: Door) {
  const meeting = feishu.book(feishu.at(-10), feishu.at(30))
  const panel = await door.open()
  await panel.waitFor({ occupancy: 'inUse', connection: 'live', booking: meeting.mark })
  return { meeting, panel }
}
