import { type Instant, minutes, plus, seconds } from '../../shared/time/time.ts'
import type { CalendarEvent } from '../../simulator/calendar/event.ts'
import type { Day, Plan } from './a-day.ts'
import type { Door, Place } from './door.ts'

export interface Watcher {
  /** Something changed in the calendar, in office hours. */
  readonly changed: () => void
  readonly touched: () => void
  /** A call failed on the way. */
  readonly failed: () => void
}

/** Puts what people do on one day into virtual time. */
export function liveDay(place: Place, door: Door, midnight: Instant, day: Day, watcher: Watcher): void {
  const { clock } = place
  const atTime = (time: number, run: () => void): void =>
    void clock.after(plus(midnight, time) - clock.now(), run)
  for (const meeting of day.meetings) liveMeeting(place, door, midnight, meeting, { atTime, watcher })
  for (const touch of day.touches)
    atTime(touch, () => {
      watcher.touched()
      void door.panel.touch()
    })
}

interface Stage {
  readonly atTime: (time: number, run: () => void) => void
  readonly watcher: Watcher
}

function liveMeeting({ world }: Place, door: Door, midnight: Instant, plan: Plan, stage: Stage): void {
  const { atTime, watcher } = stage
  const { from, to, bookedAt, cancelledAt, moved, extendedAt } = plan
  const times = (by = 0) => ({ from: plus(midnight, from + by), to: plus(midnight, to + by) })
  let event: CalendarEvent | undefined
  const change = (time: number | undefined, run: (event: CalendarEvent) => void): void => {
    if (time === undefined) return
    atTime(time, () => {
      if (event === undefined) return
      run(event)
      watcher.changed()
    })
  }
  if (bookedAt === undefined) event = world.book(door.room, times())
  else
    atTime(bookedAt, () => {
      event = world.book(door.room, times())
      watcher.changed()
    })
  change(cancelledAt, world.cancel)
  change(moved?.at, (meeting) => world.move(meeting, times(moved?.by)))
  change(extendedAt, (meeting) => world.extend(meeting, plus(midnight, to + minutes(15))))
  livePeople(door, plan, stage)
}

/** The two things that people do at the panel, each a touch and then a tap on what is shown. */
function livePeople({ panel }: Door, { checkedInAt, endedAt }: Plan, { atTime, watcher }: Stage): void {
  const tap = (time: number | undefined, run: () => void): void => {
    if (time === undefined) return
    atTime(time, () => {
      watcher.touched()
      void panel.touch()
    })
    atTime(time + seconds(4), run)
  }
  tap(checkedInAt, () => {
    const [booking] = panel.current().checkIns
    if (booking !== undefined) void panel.checkIn(booking.id)
  })
  tap(endedAt, () => {
    const { occupancy } = panel.current()
    if (occupancy.kind === 'inUse') void panel.endMeeting(occupancy.booking.id)
  })
}
