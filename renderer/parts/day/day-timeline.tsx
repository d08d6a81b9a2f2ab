import type { Occupancy } from '../../../shared/occupancy/occupancy.ts'
import type { Interval } from '../../../shared/time/time.ts'
import { subjectOf } from '../../model/subject.ts'
import { bookableOf } from '../../../shared/reserving/wish.ts'
import type { ActiveView, View } from '../../view.ts'
import { Who } from '../who.tsx'
import { type Block, type CrowdBlock, layDay, type Placing } from './day-layout.ts'
import { GapButtons } from './gap-buttons.tsx'
import type { ShownDay } from './shown-day.ts'

/** The day from top to bottom: bookings, the gaps between them, and where the day is now. */
export function DayTimeline({ shown, ...view }: ActiveView & { readonly shown: ShownDay }) {
  const { snapshot, now, language } = view
  const { bookings, occupancy } = snapshot
  const subject = subjectOf(occupancy)?.id
  const starts = bookableOf(snapshot.bookable, 'later').map(({ start }) => start)
  const day = layDay({ bookings, ...shown, now, subject, starts, hourOf: language.formats.hour })
  return (
    <div class="timeline" data-doubtful={!isFresh(snapshot)}>
      <div class="hours" aria-hidden="true">
        {day.hours.map(({ label, at }) => (
          <span key={at} class="hour" style={{ '--at': at }}>
            {label}
          </span>
        ))}
      </div>
      {showsGaps(occupancy) && (
        <div class="bookings" aria-hidden="true">
          {day.gaps.map(({ start, length, bookableFrom }) => (
            <div
              key={start}
              class="gap"
              data-bookable={bookableFrom !== undefined}
              style={{ '--start': start, '--length': length }}
            />
          ))}
        </div>
      )}
      {day.present !== undefined && <div class="present" style={{ '--at': day.present }} />}
      <ol class="bookings">
        {day.blocks.map((block) => (
          <BookedBlock key={block.booking.id} block={block} day={shown.day} {...view} />
        ))}
        {day.crowds.map((crowd) => (
          <CrowdedBlock key={`${crowd.start} ${crowd.lanes}`} crowd={crowd} {...view} />
        ))}
      </ol>
      <GapButtons gaps={day.gaps} {...view} />
    </div>
  )
}

/** Without fresh data a gap is no promise. */
const isFresh = ({ connection, occupancy }: View['snapshot']): boolean =>
  connection.kind === 'live' && occupancy.kind !== 'unknown'

/** A closed room has no gaps that could be used. */
const showsGaps = ({ kind }: Occupancy): boolean => kind !== 'outOfService'

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
    <li class={`booking booking-crowd booking-${crowd.phase}`} style={placeOf(crowd)}>
      <p class="booking-label">
        <span class="booking-who">{language.formats.more(crowd.count)}</span>
      </p>
    </li>
  )
}

const placeOf = ({ start, length, lane, lanes }: Placing) => ({
  '--start': start,
  '--length': length,
  '--lane': lane,
  '--lanes': lanes,
})
