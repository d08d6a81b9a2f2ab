import { minutes, seconds } from '../../../shared/time/time.ts'
import type { Arrival } from '../tablet/between.ts'
import { isGood } from '../tablet/good-answer.ts'
import type { ProgramMemory } from './memory.ts'

/** What an answer says of the time. `wrong`: it is farther from the time that it is than law 2d allows. */
export type TimeSaid = 'nothing' | 'right' | 'wrong'

/** So many answers that agree tell a panel that has just begun what time it is. */
const believed = 3

/** Only what the platform has carried out sets a panel's clock: neither its refusals nor a gateway's page. */
export function timeSaidBy({ outcome, isGenuine }: Arrival, now: number): TimeSaid {
  const date = isGood(outcome) ? Date.parse(outcome.answer.headers['date'] ?? '') : NaN
  if (Number.isNaN(date)) return 'nothing'
  if (Math.abs(date - now) > seconds(31)) return 'wrong'
  return isGenuine ? 'right' : 'nothing'
}

/** To be called when the answer has reached the panel. */
export function noteTimeSaid(memory: ProgramMemory, said: TimeSaid, now: number): void {
  if (said === 'nothing') return
  const isWrong = said === 'wrong'
  // By answers that contradict each other no panel knows the time, nor whether one without a date is of now.
  memory.knowsTimeSince = isWrong ? undefined : (memory.knowsTimeSince ?? now)
  memory.misdated = isWrong ? memory.misdated + 1 : 0
  if (memory.misdated >= believed) memory.misledAt = now
}

/** So long true answers contradict a wrong time that a panel has heard, at most: where the tablet has it, too. Ms. */
const longestMisled = minutes(61)

/**
 * Whether a panel that knew no time may go by a wrong one, because as many answers agreed on it as it believes. It then
 * shows what runs at that time.
 */
export const isMisled = ({ misledAt }: Pick<ProgramMemory, 'misledAt'>, now: number): boolean =>
  now - misledAt < longestMisled
