import type { HttpRequest } from '../../../../engine/ports.ts'
import type { SimOutcome } from '../../../../simulator/http.ts'
import type { Door } from '../door.ts'

/** What a panel may forget besides: calls that were on their way when it died. */
const forgotten = 20
/** The last hours of a month are worth as much for a panel that begins in them. */
const leastShare = 100
/** What a life of the program may make beyond the share, so that the door is not blind: so many, and one in so long (ms). */
const beyond = { atOnce: 30, every: 600_000 }

export interface MonthShare {
  readonly called: (door: Door, request: HttpRequest, outcome: SimOutcome) => void
  /** The program begins anew: what the disk has not taken since it last took anything is forgotten. */
  readonly started: () => void
  /** Its count is gone from the disk. */
  readonly lost: () => void
}

/**
 * Law 9 in the long run: a panel has the platform count no more calls in a month than its budget; if it began in the middle
 * of the month, than the budget of the rest; and beyond that the few that keep it from being blind.
 */
export function createMonthShare(): MonthShare {
  let month: Month | undefined
  let calls = 0
  let onDisk = 0
  let most = 0
  let budget = 0
  let beganAt = 0
  let isAccused = false
  return {
    called({ court, time, tablet }, request, outcome) {
      if (!isCounted(request, outcome)) return
      const now = time.now()
      if (month === undefined || now >= month.end) {
        const { start, end } = monthInChina(now)
        budget = tablet.configuration().budget.callsPerMonth
        const left = (end - (month === undefined ? now : start)) / (end - start)
        most = Math.ceil(Math.max(budget * left, leastShare)) + forgotten
        beganAt = now
        month = { start, end }
        calls = 0
        onDisk = 0
      }
      // IT may give it more meanwhile.
      const given = tablet.configuration().budget.callsPerMonth - budget
      if (given > 0) {
        most += given
        budget += given
      }
      calls += 1
      if (!tablet.disk.refuses()) onDisk = calls
      if (calls > most + beyond.atOnce + Math.ceil((now - beganAt) / beyond.every) && !isAccused) {
        isAccused = true
        court.accuse('L9 the budget holds', `${tablet.name}: far more than ${most} calls of this month`)
      }
    },
    started() {
      most += calls - onDisk + beyond.atOnce
      onDisk = calls
    },
    lost() {
      most += calls
      onDisk = calls
    },
  }
}

/** Calls for a token and calls that fail are free. */
const isCounted = ({ url }: HttpRequest, outcome: SimOutcome): boolean =>
  !url.includes('/tenant_access_token/') && outcome.kind === 'answer' && outcome.answer.status < 400

interface Month {
  readonly start: number
  readonly end: number
}

/** China has had no daylight saving since 1991. Ms. */
const aheadInChina = 8 * 3_600_000

/** The quota is of the calendar month in China. */
function monthInChina(now: number): Month {
  const there = new Date(now + aheadInChina)
  const first = (month: number): number => Date.UTC(there.getUTCFullYear(), month) - aheadInChina
  return { start: first(there.getUTCMonth()), end: first(there.getUTCMonth() + 1) }
}
