import type { Platform } from '../platform.ts'
import type { ReplyEffect } from '../reply-record.ts'
import type { CalendarEvent } from './event.ts'
import { instanceAt, instancesWithin, THE_TRUTH } from './instances.ts'

export const VERDICTS = [
  'NOT_CHECK_IN',
  'ENDED_BEFORE_DUE',
  'ACCEPTED_BY_ADMIN',
  'DECLINED_BY_ADMIN',
] as const

export type Verdict = (typeof VERDICTS)[number]

/**
 * The event that a reply with this `original_time` (seconds) is about; undefined if it is not there any more.
 */
export const targetOf = (
  platform: Platform,
  event: CalendarEvent,
  originalTime: number,
): ReplyEffect['hit'] | undefined => {
  if (event.repeats !== undefined && originalTime !== 0) {
    if (platform.switches.instanceOfSeries === 'rejected') return undefined
    const named = instanceAt(event, originalTime * 1000, THE_TRUTH)
    return named && platform.switches.instanceOfSeries === 'wholeSeries' ? 'all' : named?.originalStart
  }
  if (originalTime !== 0) return undefined
  if (event.repeats === undefined)
    return instancesWithin(event, event.span, THE_TRUTH).length > 0 ? 'all' : undefined
  switch (platform.switches.zeroOnSeries) {
    case 'wholeSeries':
      return 'all'
    case 'firstInstance':
      return firstToCome(event, platform.now())
    case 'rejected':
      return undefined
  }
}

/** Applies a verdict to the room's calendar. The organiser's event itself does not change. */
export const carryOut = (platform: Platform, { event, hit, named }: ReplyEffect, verdict: Verdict): void => {
  if (verdict === 'ACCEPTED_BY_ADMIN') return
  const now = platform.now()
  const shortens = verdict === 'ENDED_BEFORE_DUE' && platform.switches.endedEarly === 'shortened'
  const cut = {
    at: shortens ? Math.floor(now / 1000) * 1000 : -Infinity,
    shownFrom: now + platform.switches.replyShownAfter,
  }
  const cutInstance = (start: number): void =>
    void event.changes.set(start, { ...event.changes.get(start), cut })
  if (hit !== 'all') return cutInstance(hit)
  event.cut = {
    ...cut,
    shownFrom: cut.shownFrom + (named === undefined ? 0 : platform.switches.harmShownAfter),
  }
  if (named !== undefined) cutInstance(named)
}

const LONGEST_MONTH = 31 * 86_400_000

/** The first instance that is not over. */
const firstToCome = (event: CalendarEvent, now: number): number | undefined => {
  const { every } = event.repeats ?? { every: { ms: 0 } }
  const step = 'ms' in every ? every.ms : every.months * LONGEST_MONTH
  const farEnough = Math.max(now, event.span.start) + step * (event.changes.size + 2)
  return instancesWithin(event, { start: now, end: farEnough }, THE_TRUTH)
    .toSorted((one, other) => one.start - other.start)
    .at(0)?.originalStart
}
