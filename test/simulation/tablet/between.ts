import type { HttpRequest } from '../../../engine/ports.ts'
import type { SimOutcome } from '../../../simulator/http.ts'

/** What reaches a tablet as the answer to a request, and what the world knows of it. */
export interface Arrival {
  readonly outcome: SimOutcome
  /** The platform itself has heard of the request. */
  readonly isHeard: boolean
  /** The platform's own words, of now. */
  readonly isGenuine: boolean
  /** A reading that a panel may believe, if no check-in was made to the bookings that it lacks. */
  readonly isBelievable?: boolean
  /** Whether each booking in it has a time. What has none may be at any. */
  readonly isPlaced?: boolean
}

/** Who sits between a tablet and the platform and answers in its place, or does something to its answers. */
export interface Meddler {
  /** Answers in the platform's place, which then does not receive the request. */
  readonly instead?: (request: HttpRequest) => SimOutcome | undefined
  /** Returns the answer that arrives in place of the one that was sent; undefined if it passes unchanged. */
  readonly alter?: (request: HttpRequest, sent: SimOutcome) => Arrival | undefined
}

export interface Between {
  readonly ask: (request: HttpRequest, platform: (request: HttpRequest) => SimOutcome) => Arrival
  /** Gives how to end it. */
  readonly order: (meddler: Meddler) => () => void
}

export function createBetween(): Between {
  let meddlers: readonly Meddler[] = []
  return {
    ask(request, platform) {
      for (const { instead } of meddlers) {
        const outcome = instead?.(request)
        if (outcome !== undefined) return { outcome, isHeard: false, isGenuine: false }
      }
      const outcome = platform(request)
      for (const { alter } of meddlers) {
        const arrival = alter?.(request, outcome)
        if (arrival !== undefined) return arrival
      }
      return { outcome, isHeard: true, isGenuine: true }
    },
    order(meddler) {
      meddlers = [...meddlers, meddler]
      return () => void (meddlers = meddlers.filter((one) => one !== meddler))
    },
  }
}
