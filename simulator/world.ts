import type { AppEvent } from './app-calendars/app-calendar.ts'
import { appCalendarVerbs } from './app-calendars/app-calendar-verbs.ts'
import { calendarVerbs } from './calendar/calendar-verbs.ts'
import type { CallName } from './calls/call-name.ts'
import type { Limits } from './faults/fault-book.ts'
import type { Fault } from './faults/fault.ts'
import { createGateway } from './gateway/gateway.ts'
import type { RateLimit } from './gateway/rate-limits.ts'
import { createPlatform, type Platform } from './platform.ts'
import type { ReplyRecord } from './reply-record.ts'
import { roomVerbs } from './rooms/room-verbs.ts'
import { storeVerbs } from './store-apps/store-verbs.ts'
import type { App } from './tenancy/tenant.ts'
import { tenantVerbs } from './tenancy/tenant-verbs.ts'
import type { WorldDeps } from './world-deps.ts'

/**
 * A small Feishu in memory: companies with their apps and tokens, rooms with their calendars and the people
 * in them. It has no timers, clocks or random numbers of its own, so a day passes in a millisecond, and the
 * same seed gives the same day.
 *
 * Call it as a program does with `answer`; act as people do with the verbs; cause faults with `fail`.
 */
export const createWorld = (deps: WorldDeps) => {
  const platform = createPlatform(deps)
  const replies: readonly ReplyRecord[] = platform.replies
  return {
    answer: createGateway(platform),
    now: deps.now,
    ...tenantVerbs(platform),
    ...storeVerbs(platform),
    ...roomVerbs(platform),
    ...calendarVerbs(platform),
    ...appCalendarVerbs(platform),
    ...faultVerbs(platform),
    /** The choices where the documents leave a question open. May be changed at any time. */
    switches: platform.switches,
    /** All events that this app ever created, oldest first, deleted ones included. */
    eventsOf: (app: App): readonly AppEvent[] =>
      [...platform.calendars.values()].flatMap(({ owner, events }) => (owner === app ? events : [])),
    /** Every `instance/reply` call that arrived, oldest first. */
    replies,
    /** The number of calls of this name that arrived, including failed ones. */
    callsTo: (call: CallName): number => platform.arrived.get(call) ?? 0,
  }
}

export type World = ReturnType<typeof createWorld>

const faultVerbs = (platform: Platform) => ({
  /** Makes a fault strike calls of this name from now on. Returns the function that ends it. */
  fail: (call: CallName | 'any', fault: Fault, limits?: Limits): (() => void) =>
    platform.faults.order(call, fault, limits),
  /** Ends every fault that `fail` began. */
  heal: (): void => platform.faults.clear(),
  /** Gives a call another rate limit than the documented one. */
  limitRate: (call: CallName, limit: RateLimit): void => void platform.rateLimits.set(call, limit),
})
