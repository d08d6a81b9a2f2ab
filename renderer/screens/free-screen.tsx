import type { Instant } from '../../shared/time/time.ts'
import { toldUntil } from '../model/free-until.ts'
import { timeLeft } from '../model/time-left.ts'
import { Headline } from '../parts/lines/headline.tsx'
import { TimeLine } from '../parts/lines/time-line.tsx'
import { Next } from '../parts/next.tsx'
import { ReserveLengths } from '../parts/reserving/reserve-lengths.tsx'
import { Reserve } from '../parts/reserving/reserve.tsx'
import type { ActiveView } from '../view.ts'

export interface FreeScreenProps extends ActiveView {
  readonly until: Instant | undefined
}

export function FreeScreen({ until, ...view }: FreeScreenProps) {
  const { words, formats } = view.language
  const told = toldUntil(until, view)
  return (
    <>
      <Headline kind="free" words={words} />
      {told === undefined ? (
        <TimeLine first={words.freeAllDay} />
      ) : (
        <TimeLine
          first={words.freeFor(formats.duration(timeLeft(told, view.now)))}
          then={words.until(formats.moment(told, view.snapshot.today))}
        />
      )}
      <div class="foot">
        {view.reserve.choices.value.length > 0 ? (
          <ReserveLengths {...view} />
        ) : (
          <>
            <Next {...view} after={view.now} />
            <Reserve {...view} />
          </>
        )}
      </div>
    </>
  )
}
