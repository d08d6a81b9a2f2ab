import type { HttpRequest } from '../../../../engine/ports.ts'
import { seconds } from '../../../../shared/time/time.ts'
import type { Arrival } from '../../tablet/between.ts'
import type { Door } from '../door.ts'

/** Calls that were on their way, or that are for a token; and one try now and then whether it is over. */
const mostInARest = 12

/** A shorter rest is over before the panel can notice it. Ms. */
const longEnough = seconds(60)

/** Which call it is: the platform limits each by itself. */
const nameOf = ({ url }: HttpRequest): string => new URL(url).pathname

/** What a door is for. When this is limited, all others rest, too. */
const isOfSchedule = (name: string): boolean => name.endsWith('/freebusy/batch_get')

/** Law 9: when the platform says for how long it wants to be left alone, it is. Gives the judge of each call and its answer. */
export function createCalendarRest() {
  let rest = { until: -Infinity, name: '', calls: 0 }
  return {
    asked({ court, time, tablet }: Door, request: HttpRequest): void {
      if (time.now() >= rest.until || request.url.includes('/tenant_access_token/')) return
      if (!isOfSchedule(rest.name) && nameOf(request) !== rest.name) return
      rest.calls++
      if (rest.calls === mostInARest + 1)
        court.accuse('L9 the budget holds', `${tablet.name} calls ${rest.name} on in a rest`)
    },
    /** The panel got the answer, which may ask for a rest. */
    answered({ time }: Door, request: HttpRequest, { outcome, isGenuine }: Arrival): void {
      if (outcome.kind !== 'answer' || !isGenuine) return
      const reset = seconds(Number(outcome.answer.headers['x-ogw-ratelimit-reset'] ?? 0))
      if (reset < longEnough || time.now() < rest.until) return
      rest = { until: time.now() + reset, name: nameOf(request), calls: 0 }
    },
    /** The program begins anew, and has not heard of it. */
    started: (): void => void (rest = { until: -Infinity, name: '', calls: 0 }),
  }
}
