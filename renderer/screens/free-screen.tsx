import type { Instant } from '../../shared/domain/time.ts'
import { toldUntil } from '../free-until.ts'
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
        <Next {...view} after={view.now} />
      </div>
    </>
  )
}
