import type { CalendarEvent, Instance, Interval } from './event.ts'
import { addInstances } from './instances.ts'

const DAY = 86_400_000

/**
 * One room's events, found without a search through a whole year: single events are stored in a drawer for
 * each day that they touch.
 */
export interface Schedule {
  readonly add: (event: CalendarEvent) => void
  /** Must be called with the event as it was added, before its time is changed. */
  readonly remove: (event: CalendarEvent) => void
  /** As `instancesWithin`, for all of the room's events. */
  readonly within: (window: Interval, asOf: number) => Instance[]
}

export const createSchedule = (): Schedule => {
  const drawers = new Map<number, Set<CalendarEvent>>()
  const series = new Set<CalendarEvent>()
  let firstUsed = Infinity
  let lastUsed = -Infinity

  const drawer = (day: number): Set<CalendarEvent> => {
    const events = drawers.get(day) ?? new Set()
    drawers.set(day, events)
    firstUsed = Math.min(firstUsed, day)
    lastUsed = Math.max(lastUsed, day)
    return events
  }

  return {
    add: (event) => {
      if (event.repeats !== undefined) series.add(event)
      else for (let day = firstDay(event.span); day <= lastDay(event.span); day++) drawer(day).add(event)
    },
    remove: (event) => {
      series.delete(event)
      for (let day = firstDay(event.span); day <= lastDay(event.span); day++) drawers.get(day)?.delete(event)
    },
    within: (window, asOf) => {
      const found: Instance[] = []
      for (const event of series) addInstances(event, window, asOf, found)
      const first = Math.max(firstUsed, firstDay(window))
      const last = Math.min(lastUsed, lastDay(window))
      for (let day = first; day <= last; day++) {
        for (const event of drawers.get(day) ?? []) {
          // An event over midnight is in several drawers, and is taken from the first one that is searched.
          if (day === Math.max(first, firstDay(event.span))) addInstances(event, window, asOf, found)
        }
      }
      return found
    },
  }
}

const firstDay = ({ start }: Interval): number => Math.floor(start / DAY)
const lastDay = ({ end }: Interval): number => Math.ceil(end / DAY) - 1
