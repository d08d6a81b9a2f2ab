import type { BookableLength } from '../../shared/reserving/bookable-lengths.ts'
import { minutes } from '../../shared/time/time.ts'
import type { ActiveView } from '../view.ts'
import { ActionButton } from './action-button.tsx'

/** Two taps: the first one asks for how long. */
export function Reserve({ reserve, language }: ActiveView) {
  const { words } = language
  const step = reserve.step.value
  if (step === 'offered')
    return <ActionButton mark="book" label={words.reserve.book} onPress={reserve.tapBook} isMain />
  if (step !== 'reserving') return null
  return (
    <p class="action-waits" role="status">
      {words.reserve.reserving}
    </p>
  )
}

/** In the place of all else that can be tapped: the lengths, shortest first, and at the outer end the way back. */
export function ReserveLengths({ reserve, snapshot, language }: ActiveView) {
  const { words, formats } = language
  const label = ({ name, start, end }: BookableLength): string =>
    formats.duration(name === 'next' ? end - start : minutes(name))
  return (
    <div class="lengths" role="group" aria-label={words.reserve.howLong}>
      {snapshot.bookable.map((length) => (
        <ActionButton
          key={length.name}
          mark={`length-${length.name}`}
          label={label(length)}
          detail={words.until(formats.moment(length.end, snapshot.today))}
          onPress={() => reserve.choose(length.name)}
          isMain
        />
      ))}
      <ActionButton mark="cancel" label={words.reserve.cancel} onPress={reserve.cancel} takesFocus />
    </div>
  )
}
