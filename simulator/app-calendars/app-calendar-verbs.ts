import type { Times } from '../calendar/calendar-verbs.ts'
import type { Platform } from '../platform.ts'
import type { App } from '../tenancy/tenant.ts'
import { type AppCalendar, type AppEvent } from './app-calendar.ts'
import { newAppEvent } from './new-app-event.ts'
import { askAgain, deleteAppEvent, settleRequests } from './room-answers.ts'

export interface Entering extends Times {
  readonly title?: string
  readonly description?: string
}

/** Acts of people with the role `writer` in an app's calendar, such as the facilities' staff. */
export const appCalendarVerbs = (platform: Platform) => ({
  calendarsOf: (app: App): readonly AppCalendar[] =>
    [...platform.calendars.values()].filter(({ owner }) => owner === app),

  /** Another door of the app that began at the same time made a calendar like this one, whose id comes before. */
  doubleCalendar: (calendar: AppCalendar): void => {
    const id = calendar.id.replace('_', '_0')
    platform.calendars.set(id, { ...calendar, id, acls: [], events: [] })
  },

  /** Enters an event without a room, which the app did not make. */
  enterByHand: (
    calendar: AppCalendar,
    { from, to, title = 'Cleaning', description = '' }: Entering,
  ): AppEvent => {
    const span = { start: from, end: to }
    const event = newAppEvent(platform, calendar, { summary: title, description, key: undefined, span })
    calendar.events.push(event)
    return event
  },

  deleteByHand: (event: AppEvent): void => {
    settleRequests(platform)
    deleteAppEvent(platform, event)
  },

  /** Gives an event another time. A room that took it is asked again, and answers at once. */
  moveByHand: (event: AppEvent, { from, to }: Times): void => {
    settleRequests(platform)
    event.span = { start: from, end: to }
    for (const request of event.requests) askAgain(platform, request)
  },
})
