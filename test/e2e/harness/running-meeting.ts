import type { Door } from './door.ts'
import type { SmallFeishu } from './small-feishu.ts'

type Book = (from: number, to: number) => ReturnType<SmallFeishu['bookDaily']>

/** A meeting has run for ten minutes, with half an hour left, and the panel shows it. */
export const duringAMeeting = (feishu: SmallFeishu, door: Door) => during(feishu, door, feishu.book)

/** The same in the instance of a series. */
export const duringAnInstance = (feishu: SmallFeishu, door: Door) => during(feishu, door, feishu.bookDaily)

async function during(feishu: SmallFeishu, door: Door, book: Book) {
  const meeting = book(feishu.at(-10), feishu.at(30))
  const panel = await door.open()
  await panel.waitFor({ occupancy: 'inUse', connection: 'live', booking: meeting.mark })
  return { meeting, panel }
}
