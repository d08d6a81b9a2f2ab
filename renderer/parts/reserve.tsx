import { type Bookable, bookableOf } from '../../shared/reserving/wish.ts'
import { minutes } from '../../shared/time/time.ts'
import type { ActiveView } from '../view.ts'
import { ActionButton } from './action-button.tsx'

/** What can be booked in a free room: with one tap, or with a second one that says for how long. */
export function Reserve({ reserve, snapshot, language }: ActiveView) {
  const { words, formats } = language
  const { bookable, today } = snapshot
  if (reserve.isReserving.value) return <Reserving words={words} />
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

/** By how much the running meeting can be extended. */
export function Extend({ reserve, snapshot, language }: ActiveView) {
  const { words, formats } = language
  if (reserve.isReserving.value) return <Reserving words={words} />
  return bookableOf(snapshot.bookable, 'extend').map(({ wish, end }) => (
    <ActionButton
      key={wish.length}
      mark={`extend-${wish.length}`}
      label={`+${formats.duration(minutes(Number(wish.length)))}`}
      detail={words.until(formats.moment(end, snapshot.today))}
      onPress={() => reserve.book(wish)}
    />
  ))
}

const Reserving = ({ words }: Pick<ActiveView['language'], 'words'>) => (
  <p class="action-waits" role="status">
    {words.reserve.reserving}
  </p>
)

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
