import { nextAfter } from '../../shared/booking/booking.ts'
import type { Instant } from '../../shared/time/time.ts'
import type { View } from '../view.ts'
import { Who } from './who.tsx'

export interface NextProps extends View {
  readonly after: Instant
}

/** The next booking in sight. */
export function Next({ snapshot, after, language }: NextProps) {
  const { words, formats } = language
  const next = nextAfter(snapshot.bookings, after)
  if (next === undefined) return <p class="next">{words.nothingNext}</p>
  return (
    <p class="next">
      <span class="next-time">
        {words.next} <time>{formats.moment(next.start, snapshot.today)}</time>
      </span>
      <span class="next-who">
        <Who booking={next} words={words} />
      </span>
    </p>
  )
}
