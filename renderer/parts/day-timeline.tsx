import { subjectOf } from '../subject.ts'
import type { View } from '../view.ts'
import { type Block, layDay } from './day-layout.ts'
import { Who } from './who.tsx'

/** Today from top to bottom: bookings, the gaps between them, and where the day is now. */
export function DayTimeline(view: View) {
  const { snapshot, now, language } = view
  const { today, bookings, occupancy } = snapshot
  const day = layDay({ bookings, today, now, hourOf: language.formats.hour })
  return (
    <div class="timeline" data-doubtful={occupancy.kind === 'unknown'}>
      <div class="hours" aria-hidden="true">
        {day.hours.map(({ label, at }) => (
          <span key={at} class="hour" style={{ '--at': at }}>
            {label}
          </span>
        ))}
      </div>
      <ol class="bookings">
        {day.blocks.map((block) => (
          <BookedBlock key={block.booking.id} block={block} {...view} />
        ))}
      </ol>
      <div class="present" style={{ '--at': day.present }} />
    </div>
  )
}

function BookedBlock({ block, snapshot, language }: View & { readonly block: Block }) {
  const { words, formats } = language
  const { booking, phase, start, length, room, lane, lanes } = block
  const place = { '--start': start, '--length': length, '--room': room, '--lane': lane, '--lanes': lanes }
  const look = booking.id === subjectOf(snapshot.occupancy)?.id ? 'running' : phase
  return (
    <li class={`booking booking-${look}`} style={place}>
      <p class="booking-label">
        <span class="booking-who">
          <Who booking={booking} words={words} />
        </span>
        <span class="booking-time">
          {formats.moment(booking.start, snapshot.today)}–{formats.moment(booking.end, snapshot.today)}
        </span>
      </p>
    </li>
  )
}
