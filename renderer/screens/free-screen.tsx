import type { Instant } from '../../shared/domain/time.ts'
import { Headline } from '../parts/headline.tsx'
import { Next } from '../parts/next.tsx'
import { TimeLine } from '../parts/time-line.tsx'
import { timeLeft } from '../time-left.ts'
import type { View } from '../view.ts'

export interface FreeScreenProps extends View {
  readonly until: Instant | undefined
}

export function FreeScreen({ until, ...view }: FreeScreenProps) {
  const { words, formats } = view.language
  const { today } = view.snapshot
  return (
    <>
      <Headline kind="free" words={words} />
      {until === undefined || until >= today.end ? (
        <TimeLine first={words.freeAllDay} />
      ) : (
        <TimeLine
          first={words.freeFor(formats.duration(timeLeft(until, view.now)))}
          then={words.until(formats.moment(until, today))}
        />
      )}
      <div class="foot">
        <Next {...view} after={view.now} />
      </div>
    </>
  )
}
