import type { Interval } from '../../shared/time/time.ts'
import { Headline } from '../parts/lines/headline.tsx'
import { TimeLine } from '../parts/lines/time-line.tsx'
import { Reserve } from '../parts/reserving/reserve.tsx'
import type { ActiveView } from '../view.ts'

export interface ReservingScreenProps extends ActiveView {
  readonly time: Interval
}

/** Neither free nor taken: the door is booking the room for a visitor. */
export function ReservingScreen({ time, ...view }: ReservingScreenProps) {
  const { words, formats } = view.language
  const { today } = view.snapshot
  return (
    <>
      <Headline kind="reserving" words={words} />
      <TimeLine first={`${formats.moment(time.start, today)}–${formats.moment(time.end, today)}`} />
      <div class="foot">
        <Reserve {...view} />
      </div>
    </>
  )
}
