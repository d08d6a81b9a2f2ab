import type { ActiveView } from '../../view.ts'
import { Control } from '../control.tsx'
import type { Gap } from './day-layout.ts'

/**
 * A button over each gap that can be booked. It is as high as a finger needs also where the gap is not: no
 * booking beside it can be tapped.
 */
export function GapButtons({ gaps, reserve, snapshot, language }: ActiveView & { gaps: readonly Gap[] }) {
  const { words, formats } = language
  const bookable = gaps.flatMap(({ bookableFrom: from, ...gap }) =>
    from === undefined ? [] : { ...gap, from },
  )
  return bookable.map(({ from, start, length }, index) => (
    <div key={from} class="gap-place" style={{ '--start': start, '--length': length }}>
      <Control
        mark={`gap-${index}`}
        look="gap-button"
        label={words.reserve.bookGap(formats.moment(from, snapshot.today))}
        subject={String(from)}
        onPress={() => reserve.tapGap(from)}
      />
    </div>
  ))
}
