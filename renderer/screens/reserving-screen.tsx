import type { Instant } from '../../shared/time/time.ts'
import { Headline } from '../parts/lines/headline.tsx'
import { TimeLine } from '../parts/lines/time-line.tsx'
import { Reserve } from '../parts/reserve.tsx'
import type { ActiveView } from '../view.ts'

export interface ReservingScreenProps extends ActiveView {
  readonly until: Instant
}

/** Neither free nor taken: the door is booking the room for a visitor. */
export function ReservingScreen({ until, ...view }: ReservingScreenProps) {
  const { words, formats } = view.language
  return (
    <>
      <Headline kind="reserving" words={words} />
      <TimeLine first={words.until(formats.moment(until, view.snapshot.today))} />
      <div class="foot">
        <Reserve {...view} />
      </div>
    </>
  )
}
