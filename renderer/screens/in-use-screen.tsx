import type { Booking } from '../../shared/booking/booking.ts'
import { mayCoverCheckIns } from '../../shared/check-in/may-cover.ts'
import type { Instant } from '../../shared/time/time.ts'
import { timeLeft } from '../model/time-left.ts'
import { Foot } from '../parts/foot.tsx'
import { Headline } from '../parts/lines/headline.tsx'
import { PeopleLine } from '../parts/lines/people-line.tsx'
import { TimeLine } from '../parts/lines/time-line.tsx'
import { Next } from '../parts/next.tsx'
import { Extend } from '../parts/reserving/extend.tsx'
import { FindRoom } from '../parts/reserving/find-room.tsx'
import { Who } from '../parts/who.tsx'
import type { ActiveView } from '../view.ts'

export interface InUseScreenProps extends ActiveView {
  readonly booking: Booking
  /** When the room is free of all bookings that follow each other. */
  readonly until: Instant
}

/** The room is in use. Also before the start, once a check-in has been made. */
export function InUseScreen({ booking, until, ...view }: InUseScreenProps) {
  const { words, formats } = view.language
  const { today } = view.snapshot
  const isEarly = booking.start > view.now
  const { mayFindRooms, occupancy, checkIns } = view.snapshot
  const isBookable = mayFindRooms && mayCoverCheckIns(occupancy, checkIns)
  return (
    <>
      <Headline kind="inUse" words={words} />
      <TimeLine
        first={
          isEarly
            ? words.startsAt(formats.moment(booking.start, today))
            : words.timeLeft(formats.duration(timeLeft(until, view.now)))
        }
        then={words.until(formats.moment(until, today))}
      />
      <PeopleLine>
        <Who booking={booking} words={words} />
      </PeopleLine>
      <Foot
        {...view}
        more={
          isBookable && (
            <>
              <Extend {...view} />
              <FindRoom {...view} />
            </>
          )
        }
      >
        {!isBookable && <Next {...view} after={isEarly ? booking.start : view.now} />}
      </Foot>
    </>
  )
}
