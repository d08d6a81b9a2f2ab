import type { AppEvent } from './app-calendars/app-calendar.ts'
import { calendarVerbs } from './calendar/calendar-verbs.ts'
import type { CallName } from './calls/call-name.ts'
import type { Limits } from './faults/fault-book.ts'
import type { Fault } from './faults/fault.ts'
import { createGateway } from './gateway/gateway.ts'
import type { RateLimit } from './gateway/rate-limits.ts'
import { createPlatform, type Platform } from './platform.ts'
import type { ReplyRecord } from './reply-record.ts'
import { roomVerbs } from './rooms/room-verbs.ts'
import type { App } from './tenancy/tenant.ts'
import { tenantVerbs } from './tenancy/tenant-verbs.ts'
import type { WorldDeps } from './world-deps.ts'

/**
 * A small Feishu in memory: companies with their apps and tokens, rooms with their calendars and the people in them. Nothing
 * in it waits, reads a clock or throws dice of its own, so a day goes by in a millisecond and the same seed gives the same day.
 *
 * Ask it as a program does with `answer`; act as people do with the verbs; spoil things with `fail`.
 */
export const createWorld = (deps: WorldDeps) => {
  const platform = createPlatform(deps)
  const replies: readonly ReplyRecord[] = platform.replies
  return {
    answer: createGateway(platform),
    now: deps.now,
    ...tenantVerbs(platform),
    ...roomVerbs(platform),
    ...calendarVerbs(platform),
    ...faultVerbs(platform),
    /** The readings of what the documents leave open. To be set at any time. */
    switches: platform.switches,
    /** What this app has ever put into its calendars, oldest first, deleted or not. */
    eventsOf: (app: App): readonly AppEvent[] =>
      [...platform.calendars.values()].flatMap(({ owner, events }) => (owner === app ? events : [])),
    /** Every `instance/reply` call that arrived, oldest first. */
    replies,
    /** How many calls of this name arrived, whatever became of them. */
    callsTo: (call: CallName): number => platform.arrived.get(call) ?? 0,
  }
}

export type World = ReturnType<typeof createWorld>

const faultVerbs = (platform: Platform) => ({
  /** Lets a fault strike calls of this name from now on. Gives back how to end it. */
  fail: (call: CallName | 'any', fault: Fault, limits?: Limits): (() => void) =>
    platform.faults.order(call, fault, limits),
  /** Ends every fault that `fail` began. */
  heal: (): void => platform.faults.clear(),
  /** Gives a call another rate limit than the documented one. */
  limitRate: (call: CallName, limit: RateLimit): void => void platform.rateLimits.set(call, limit),
})
