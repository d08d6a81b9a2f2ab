import type { Http, HttpAnswer } from '../../engine/ports.ts'
import { readJson } from '../../shared/json.ts'

/**
 * The outcome of a call. `refused`: the calendar answered with a code of its own; `failed`: an error of a server,
 * or an answer that is not the calendar's; `unanswered`: there was none in time.
 */
export const callOutcomes = ['done', 'refused', 'failed', 'unanswered'] as const
export type CallOutcome = (typeof callOutcomes)[number]

/** The same HTTP, which counts the outcome of each call. */
export const countedHttp =
  (http: Http, count: (outcome: CallOutcome) => void): Http =>
  async (request) => {
    try {
      const answer = await http(request)
      count(outcomeOf(answer))
      return answer
    } catch (cause) {
      count('unanswered')
      throw cause
    }
  }

function outcomeOf({ status, text }: HttpAnswer): CallOutcome {
  const json = readJson(text)
  const isEnvelope = json.ok && typeof json.value === 'object' && json.value !== null && 'code' in json.value
  if (status >= 500 || !isEnvelope) return 'failed'
  return json.value.code === 0 ? 'done' : 'refused'
}
