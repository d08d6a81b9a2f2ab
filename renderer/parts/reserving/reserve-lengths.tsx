import type { Bookable } from '../../../shared/reserving/wish.ts'
import { minutes } from '../../../shared/time/time.ts'
import type { ActiveView } from '../../view.ts'
import { ActionButton } from '../action-button.tsx'

/** In the place of all else that can be tapped: the lengths, shortest first, and at the outer end the way back. */
export function ReserveLengths({ reserve, snapshot, language }: ActiveView) {
  const { words, formats } = language
  const moment = formats.moment
  const later = reserve.laterStart.value
  const label = ({ wish: { length }, start, end }: Bookable): string =>
    formats.duration(typeof length === 'number' ? minutes(length) : end - start)
  const detail = ({ wish, start, end }: Bookable): string =>
    wish.kind === 'later'
      ? `${moment(start, snapshot.today)}–${moment(end, snapshot.today)}`
      : words.until(moment(end, snapshot.today))
  return (
    <div class="lengths" role="group" aria-label={words.reserve.howLong}>
      {reserve.choices.value.map((choice) => (
        <ActionButton
          key={`${choice.start} ${choice.wish.length}`}
          mark={`length-${choice.wish.length}`}
          label={label(choice)}
          detail={detail(choice)}
          onPress={() => reserve.book(choice.wish)}
          isMain
        />
      ))}
      {later !== undefined && (
        <ActionButton mark="gap-later" label={words.reserve.later} onPress={() => reserve.tapGap(later)} />
      )}
      <ActionButton mark="cancel" label={words.reserve.cancel} onPress={reserve.cancel} takesFocus />
    </div>
  )
}
