import { bookableOf } from '../../../shared/reserving/wish.ts'
import type { ActiveView } from '../../view.ts'
import { ActionButton } from '../action-button.tsx'

/** What can be booked in a free room: with one tap, or with a second one that says for how long. */
export function Reserve({ reserve, snapshot, language }: ActiveView) {
  const { words, formats } = language
  const { bookable, today } = snapshot
  if (reserve.isReserving.value) return <ReservingLine words={words} />
  const [early] = bookableOf(bookable, 'startEarly')
  const [back] = bookableOf(bookable, 'takeBack')
  return (
    <>
      {back && (
        <ActionButton
          mark="i-am-here"
          label={words.reserve.takeBack}
          detail={words.until(formats.moment(back.end, today))}
          onPress={() => reserve.book(back.wish)}
        />
      )}
      {early && back === undefined && (
        <ActionButton
          mark="start-early"
          label={words.reserve.startEarly}
          onPress={() => reserve.book(early.wish)}
        />
      )}
      {bookableOf(bookable, 'now').length > 0 && (
        <ActionButton mark="book" label={words.reserve.book} onPress={reserve.tapBook} isMain />
      )}
    </>
  )
}

export const ReservingLine = ({ words }: Pick<ActiveView['language'], 'words'>) => (
  <p class="action-waits" role="status">
    {words.reserve.reserving}
  </p>
)
