import { bookableOf } from '../../../shared/reserving/wish.ts'
import { minutes } from '../../../shared/time/time.ts'
import type { ActiveView } from '../../view.ts'
import { ActionButton } from '../action-button.tsx'
import { ReservingLine } from './reserve.tsx'

/** By how much the running meeting can be extended. */
export function Extend({ reserve, snapshot, language }: ActiveView) {
  const { words, formats } = language
  if (reserve.isReserving.value) return <ReservingLine words={words} />
  return bookableOf(snapshot.bookable, 'extend').map(({ wish }) => (
    <ActionButton
      key={wish.length}
      mark={`extend-${wish.length}`}
      label={`+${formats.duration(minutes(Number(wish.length)))}`}
      onPress={() => reserve.book(wish)}
    />
  ))
}
