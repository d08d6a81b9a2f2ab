import { byStart } from '../../../shared/booking/booking.ts'
import { subjectOf } from '../../model/subject.ts'
import type { View } from '../../view.ts'
import { Who } from '../who.tsx'

/** The number of bookings that fit below each other beside the day. */
const mostShown = 3

/** The next bookings with their names, shown in portrait, which has the space. */
export function Coming({ snapshot, now, language }: View) {
  const { words, formats } = language
  const from = Math.max(now, subjectOf(snapshot.occupancy)?.start ?? now)
  const next = snapshot.bookings
    .filter(({ start }) => start > from)
    .toSorted(byStart)
    .slice(0, mostShown)
  if (next.length === 0) return <p class="coming">{words.nothingNext}</p>
  return (
    <ol class="coming">
      {next.map((booking) => (
        <li key={booking.id}>
          <time>{formats.moment(booking.start, snapshot.today)}</time>
          <span class="coming-who">
            <Who booking={booking} words={words} />
          </span>
        </li>
      ))}
    </ol>
  )
}
