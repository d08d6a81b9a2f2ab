import type { SimOutcome } from '../../../simulator/http.ts'

/** Whether the platform says, in a whole answer, that it has done what was asked. HTTP 200 alone does not say that. */
export const isGood = (outcome: SimOutcome): outcome is Extract<SimOutcome, { kind: 'answer' }> =>
  outcome.kind === 'answer' &&
  outcome.answer.body.startsWith('{"code":0,') &&
  outcome.answer.body.endsWith('}')
