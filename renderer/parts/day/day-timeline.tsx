import type { Occupancy } from '../../../shared/occupancy/occupancy.ts'
import type { Interval } from '../../../shared/time/time.ts'
import { subjectOf } from '../../model/subject.ts'
import type { View } from '../../view.ts'
import { Who } from '../who.tsx'
import { type Block, type CrowdBlock, layDay, type Placing } from './day-layout.ts'
import { shownDay } from './shown-day.ts'

/** The day from top to bottom: bookings, the gaps between them, and where the day is now. */
export function DayTimeline(view: View) {
  const { snapshot, now, language } = view
  const { bookings, occupancy } = snapshot
  const hourOf = language.formats.hour
  const { day: shown } = shownDay(snapshot, now, hourOf)
  const day = layDay({ bookings, day: shown, now, hourOf })
  return (
    <div class="timeline" data-doubtful={occupancy.kind === 'unknown'}>
      <div class="hours" aria-hidden="true">
        {day.hours.map(({ label, at }) => (
          <span key={at} class="hour" style={{ '--at': at }}>
            {label}
          </span>
        ))}
      </div>
      {showsDay(occupancy) && (
        <div class="bookings" aria-hidden="true">
          {day.gaps.map(({ start, length }) => (
            <div key={start} class="gap" style={{ '--start': start, '--length': length }} />
          ))}
        </div>
      )}
      <ol class="bookings">
        {day.blocks.map((block) => (
          <BookedBlock key={block.booking.id} block={block} day={shown} {...view} />
        ))}
        {day.crowds.map((crowd) => (
          <CrowdedBlock key={`${crowd.start} ${crowd.lanes}`} crowd={crowd} {...view} />
        ))}
      </ol>
      {day.present !== undefined && <div class="present" style={{ '--at': day.present }} />}
    </div>
  )
}

/** Whether to show the day. Without fresh data a gap is no promise, and a closed room has no gaps. */
const showsDay = ({ kind }: Occupancy): boolean => kind !== 'unknown' && kind !== 'outOfService'

function BookedBlock({ block, day, snapshot, language }: View & { block: Block; day: Interval }) {
  const { words, formats } = language
  const { booking, phase } = block
  const look = booking.id === subjectOf(snapshot.occupancy)?.id ? 'running' : phase
  return (
    <li class={`booking booking-${look}`} style={placeOf(block)}>
      <p class="booking-label">
        <span class="booking-who">
          <Who booking={booking} words={words} />
        </span>
        <span class="booking-time">
          {formats.moment(booking.start, day)}–{formats.moment(booking.end, day)}
        </span>
      </p>
    </li>
  )
}

/** Bookings that are too many to be drawn, by their number. */
function CrowdedBlock({ crowd, language }: View & { readonly crowd: CrowdBlock }) {
  return (
    <li class={`booking booking-${crowd.phase}`} style={placeOf(crowd)}>
      <p class="booking-label">
        <span class="booking-who">{language.formats.more(crowd.count)}</span>
      </p>
    </li>
  )
}

const placeOf = ({ start, length, room, lane, lanes }: Placing) => ({
  '--start': start,
  '--length': length,
  '--room': room,
  '--lane': lane,
  '--lanes': lanes,
})
