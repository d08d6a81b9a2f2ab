import { minutes } from '../../../shared/time/time.ts'
import type { CalendarEvent } from '../../../simulator/calendar/event.ts'
import type { Meant } from './attend.ts'
import type { Office } from './office.ts'
import { rebook, rebookings } from './rebook.ts'

/** The organiser moves, extends, shrinks or cancels a meeting: long before it, in its window, or while it runs. */
export function changeMind(
  office: Office,
  event: CalendarEvent,
  { start, end }: Meant,
  originalStart: number,
): void {
  const { dice, time, world, tell } = office
  const when = dice.chance(0.3)
    ? start - minutes(dice.between(20, 300))
    : start + dice.between(-minutes(12), Math.max(end - start, minutes(1)))
  if (dice.chance(0.3)) {
    const how = dice.pick(rebookings)
    return void time.at(when, () => struck(() => rebook(office, event, { start, end }, how)))
  }
  const change = dice.pick(['move', 'move a little', 'move a little', 'extend', 'shrink', 'cancel'])
  const by = minutes(change === 'move' ? dice.pick([-120, 60, 120]) : dice.pick([-15, -5, 5, 15]))
  time.at(when, () => {
    tell(() => `the organiser of ${event.uid}: ${change}`)
    const isAllOfSeries = event.repeats !== undefined && dice.chance(0.15)
    const isInstance = event.repeats !== undefined && !isAllOfSeries
    switch (change) {
      case 'cancel':
        if (isInstance) struck(() => world.cancelInstance(event, originalStart))
        else world.cancel(event)
        return
      case 'move':
      case 'move a little':
        return retime(start + by, end + by)
      case 'extend':
        return retime(start, end + minutes(15))
      case 'shrink':
        return retime(start, Math.max(end - minutes(15), start + minutes(5)))
    }

    function retime(from: number, to: number): void {
      if (isInstance) return struck(() => world.moveInstance(event, originalStart, { from, to }))
      const shift = event.span.start - start
      world.move(event, { from: from + shift, to: to + shift })
    }
  })
}

/** An instance of a series that was moved as a whole since has another name. */
function struck(change: () => void): void {
  try {
    change()
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
  }
}
