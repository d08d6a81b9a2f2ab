import { type AppCalendar, type AppEvent, eventIdOf } from '../../app-calendars/app-calendar.ts'
import type { RateLimit } from '../../gateway/rate-limits.ts'
import type { Platform } from '../../platform.ts'
import type { App } from '../../tenancy/tenant.ts'
import type { CallInput, CallResult, ScopedCall } from '../call.ts'
import { refused } from '../result.ts'

/** The rate limit that the pages of all `calendar/v4` calls state. */
export const CALENDAR_LIMIT: RateLimit = { perSecond: 50, perMinute: 1000 }

type Run<Subject> = (platform: Platform, subject: Subject, input: CallInput, app: App) => CallResult

/** Adds the refusal that an app without the bot ability gets from each of these calls. */
export const withBot =
  (run: ScopedCall['run']): ScopedCall['run'] =>
  (platform, input, app) =>
    app.hasBot
      ? run(platform, input, app)
      : refused(404, 190007, 'app bot_id not found, please enable the bot ability of your app')

/** Runs a call inside a calendar that this app owns. */
export const inCalendar = (run: Run<AppCalendar>): ScopedCall['run'] =>
  withBot((platform, input, app) => {
    const calendar = platform.calendars.get(input.pathIds[0] ?? '')
    if (calendar === undefined) return refused(404, 191000, 'calendar not found')
    if (calendar.owner !== app) return refused(403, 191002, 'no calendar access_role')
    return run(platform, calendar, input, app)
  })

/** Runs a call about an event of a calendar that this app owns. */
export const onEvent = (run: Run<AppEvent>): ScopedCall['run'] =>
  inCalendar((platform, calendar, input, app) => {
    const [, id = ''] = input.pathIds
    const event = calendar.events.find((one) => eventIdOf(one) === id)
    if (event === undefined)
      return /_\d+$/.test(id) ? eventNotFound() : refused(400, 193000, 'invalid event_id')
    if (!event.isDeleted) return run(platform, event, input, app)
    return platform.switches.deletedTwice === 'deleted'
      ? refused(403, 193003, 'event is deleted')
      : eventNotFound()
  })

const eventNotFound = () => refused(404, 193001, 'event not found')

export const badParameters = (field: string, description: string): CallResult =>
  refused(400, 190014, 'invalid request parameters. check details for more info.', {
    error: { field_violations: [{ field, value: '', description }] },
  })
