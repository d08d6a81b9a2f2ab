import type { Http, HttpAnswer, HttpRequest } from '../../../engine/ports.ts'
import type { SimOutcome } from '../../../simulator/http.ts'
import type { World } from '../../../simulator/world.ts'
import type { Dice } from '../time/dice.ts'
import type { Arrival, Between } from './between.ts'

/**
 * The line from a tablet to the platform, whose answers take their time, break off, or never come. Who gave up waiting
 * hears no more of it.
 */
export interface LineParts {
  readonly world: World
  readonly between: Between
  readonly dice: Dice
  readonly after: (ms: number, run: () => void) => unknown
  /** The request leaves: the last moment to look at what the panel knew. */
  readonly onRequest: (request: HttpRequest) => Call
}

/** The facts about one request for an observer of the line. */
export interface Call {
  /** The platform has decided; the answer is on its way, if there is one. */
  readonly decided: (arrival: Arrival) => void
  /** The panel got the whole answer. */
  readonly answered: () => void
}

export const createLine =
  ({ world, between, dice, after, onRequest }: LineParts): Http =>
  (request) =>
    new Promise((resolve, reject) => {
      let isGivenUp = false
      request.onGivenUp(() => (isGivenUp = true))
      const call = onRequest(request)
      const arrival = between.ask(request, world.answer)
      const { outcome } = arrival
      call.decided(arrival)
      if (outcome.kind === 'silence') return
      after(dice.between(20, 250) + outcome.delay, () => {
        if (isGivenUp) return
        if (outcome.kind !== 'answer') return reject(new Error('ECONNRESET'))
        call.answered()
        resolve(answerFrom(outcome))
      })
    })

const answerFrom = ({ answer }: Extract<SimOutcome, { kind: 'answer' }>): HttpAnswer => ({
  status: answer.status,
  header: (name) => answer.headers[name],
  text: answer.body,
})
