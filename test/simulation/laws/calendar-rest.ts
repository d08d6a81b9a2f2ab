import type { HttpRequest } from '../../../main/ports.ts'
import { seconds } from '../../../shared/domain/time.ts'
import type { Arrival } from '../tablet/between.ts'
import type { Door } from './door.ts'

/** Calls that were on their way, or that are for a token; and one try now and then whether it is over. */
const mostInARest = 12

/** A shorter one is over before anybody notices. Ms. */
const longEnough = seconds(60)

/** Law 9: when the platform says for how long it wants to be left alone, it is. Gives the judge of each call and its answer. */
export function createCalendarRest() {
  let until = -Infinity
  let calls = 0
  return {
    asked({ court, time, tablet }: Door, { url }: HttpRequest): void {
      if (time.now() >= until || url.includes('/tenant_access_token/')) return
      calls++
      if (calls === mostInARest + 1) court.accuse('L9 the budget holds', `${tablet.name} calls on in a rest`)
    },
    decided({ time }: Door, { outcome, isGenuine }: Arrival): void {
      if (outcome.kind !== 'answer' || !isGenuine) return
      const reset = seconds(Number(outcome.answer.headers['x-ogw-ratelimit-reset'] ?? 0))
      if (reset < longEnough || time.now() < until) return
      until = time.now() + reset
      calls = 0
    },
    /** The program begins anew, and has not heard of it. */
    started: (): void => void (until = -Infinity),
  }
}
