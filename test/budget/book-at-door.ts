import { type Instant, minutes, hours, plus, seconds } from '../../shared/time/time.ts'
import { bookableOf } from '../../shared/reserving/wish.ts'
import type { Door, Place } from './door.ts'

/** Every so often somebody walks up who would take a free room. */
const walksUp = { from: hours(9), to: hours(18), every: minutes(20) }

/** On one day visitors book a quarter of an hour whenever one finds the room free, until so many have. */
export function bookAtDoor({ clock }: Place, { panel }: Door, midnight: Instant, most: number): void {
  let booked = 0
  const tap = (): void => {
    const [wish] = bookableOf(panel.current().bookable, 'now').map((one) => one.wish)
    if (wish === undefined || booked >= most) return
    booked += 1
    void panel.book(wish)
  }
  for (let at = walksUp.from; at < walksUp.to; at += walksUp.every) {
    const moment = plus(midnight, at + minutes(7))
    clock.after(moment - clock.now(), () => {
      if (booked < most) void panel.touch()
    })
    clock.after(plus(moment, seconds(4)) - clock.now(), tap)
  }
}
