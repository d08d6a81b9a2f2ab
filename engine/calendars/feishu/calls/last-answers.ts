import * as v from 'valibot'
import type { CalendarAnswer } from '../../../../shared/set-up/diagnosis.ts'
import type { Clock, Http, HttpAnswer } from '../../../ports.ts'
import { envelopeSchema, logIdOf } from './answers.ts'

/** Remembers Feishu's last answers for IT, without tokens and bodies. */
export interface LastAnswers {
  /** Returns the same HTTP port, whose answers are remembered. */
  readonly of: (http: Http) => Http
  /** Newest first. */
  readonly list: () => readonly CalendarAnswer[]
}

const remembered = 10

export function createLastAnswers(clock: Pick<Clock, 'now'>): LastAnswers {
  let answers: readonly CalendarAnswer[] = []
  return {
    of: (http) => async (request) => {
      const answer = await http(request)
      const told = { at: clock.now(), path: new URL(request.url).pathname, ...toldBy(answer) }
      answers = [told, ...answers].slice(0, remembered)
      return answer
    },
    list: () => answers,
  }
}

const answerSchema = v.pipe(v.string(), v.parseJson(), envelopeSchema)

function toldBy(answer: HttpAnswer): Pick<CalendarAnswer, 'code' | 'logId'> {
  const parsed = v.safeParse(answerSchema, answer.text)
  const logId = logIdOf(answer, parsed.success ? parsed.output.error : undefined)
  return { ...(parsed.success && { code: parsed.output.code }), ...(logId !== undefined && { logId }) }
}
