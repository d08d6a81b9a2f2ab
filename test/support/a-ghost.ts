import { checkInTo } from '../../shared/check-in/check-in.ts'
import type { Offer } from '../../shared/check-in/offer.ts'
import { emptyJournal, type JournalContent } from '../../shared/panel/journal.ts'
import type { Panel } from '../../shared/panel/panel.ts'
import type { Moment } from '../../shared/time/moment.ts'
import { type Instant, minutes } from '../../shared/time/time.ts'
import { aBooking, aPanel, at } from './builders.ts'

/** A meeting without people. */
export const ghost = aBooking('10:00', '11:00')

/** The end of its grace, by both clocks: the monotonic one read 0 when check-in opened. */
export const deadline: Moment = momentAt(at('10:10'))

export function momentAt(now: Instant): Moment {
  return { now, elapsed: now - at('09:55'), clockError: 500 }
}

/** Check-in to it has been on the page from when it opened until now, unless told otherwise. */
export const anOffer = (from = at('09:55'), until = at('10:10')): Offer => ({
  booking: ghost.id,
  since: momentAt(from).elapsed,
  last: momentAt(until).elapsed,
  sinceAt: from,
  lastAt: until,
  isBroken: false,
})

/** A journal that holds only this. */
export const aJournal = (over: Partial<JournalContent> = {}): Panel['journal'] => ({
  kind: 'kept',
  content: { ...emptyJournal, ...over },
})

export const aDecision = (
  outcome: 'released' | 'kept' | 'observed' | 'uncertain',
  over: Partial<JournalContent['decisions'][number]> = {},
) => ({ booking: ghost.id, start: ghost.start, end: ghost.end, at: at('10:10'), outcome, ...over })

export const anAttempt = { booking: ghost.id, start: ghost.start, end: ghost.end, at: at('10:10') }

export const aCheckIn = checkInTo(ghost, at('10:01'))

/** A panel of which all that law 2 asks for is true at the deadline, unless told otherwise. */
export const aGhostPanel = (over: Partial<Panel> = {}): Panel => ({
  ...aPanel([ghost], at('10:10')),
  journal: aJournal(),
  offers: [anOffer()],
  ...over,
})

/** The same a while before or after, with the reading and the offer going on. */
export const aGhostPanelAt = (now: Instant, over: Partial<Panel> = {}): Panel => ({
  ...aGhostPanel(),
  ...aPanel([ghost], now),
  journal: aJournal(),
  offers: [anOffer(at('09:55'), now)],
  ...over,
})

/** Longer than any meeting of these tests is away. */
export const freshFor = minutes(5)
