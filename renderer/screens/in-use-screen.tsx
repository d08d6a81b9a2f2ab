import type { Booking } from '../../shared/domain/booking.ts'
import type { EndModel } from '../end-model.ts'
import { EndMeeting } from '../parts/end-meeting.tsx'
import { Headline } from '../parts/headline.tsx'
import { Next } from '../parts/next.tsx'
import { PeopleLine } from '../parts/people-line.tsx'
import { TimeLine } from '../parts/time-line.tsx'
import { Who } from '../parts/who.tsx'
import { timeLeft } from '../time-left.ts'
import type { View } from '../view.ts'

export interface InUseScreenProps extends View {
  readonly booking: Booking
  readonly end: EndModel
}

export function InUseScreen({ booking, end, ...view }: InUseScreenProps) {
  const { words, formats } = view.language
  return (
    <>
      <Headline kind="inUse" words={words} />
      <TimeLine
        first={words.timeLeft(formats.duration(timeLeft(booking.end, view.now)))}
        then={words.until(formats.moment(booking.end, view.snapshot.today))}
      />
      <PeopleLine>
        <Who booking={booking} words={words} />
      </PeopleLine>
      <div class="foot">
        <EndMeeting end={end} language={view.language} />
        {end.step.value.kind !== 'confirming' && <Next {...view} />}
      </div>
    </>
  )
}
