import type { ActiveView } from '../../view.ts'
import { Control } from '../control.tsx'
import type { Gap } from './day-layout.ts'

/**
 * A button over each gap that can be booked. It is as high as a finger needs also where the gap is not: no
 * booking beside it can be tapped. Between two gaps each has its half.
 */
export function GapButtons({ gaps, reserve, snapshot, language }: ActiveView & { gaps: readonly Gap[] }) {
  const { words, formats } = language
  const bookable = gaps.flatMap(({ bookableFrom: from, ...gap }) =>
    from === undefined ? [] : { ...gap, from },
  )
  return bookable.map((gap, index) => (
    <div key={gap.from} class="gap-place" style={placeOf(gap, bookable[index - 1], bookable[index + 1])}>
      <Control
        mark={`gap-${index}`}
        look="gap-button"
        label={words.reserve.bookGap(formats.moment(gap.from, snapshot.today))}
        subject={String(gap.from)}
        onPress={() => reserve.tapGap(gap.from)}
      />
    </div>
  ))
}

type Place = Pick<Gap, 'start' | 'length'>

const placeOf = ({ start, length }: Place, before: Place | undefined, after: Place | undefined) => ({
  '--start': start,
  '--length': length,
  '--least': before === undefined ? 0 : (endOf(before) + start) / 2,
  '--most': after === undefined ? 1 : (endOf({ start, length }) + after.start) / 2,
})

const endOf = ({ start, length }: Place): number => start + length
