import type { AskRefusal } from '../../../shared/line/asks.ts'
import { type ProblemCode, problemCodes } from '../../../shared/reading/problem.ts'
import type { CalendarProblem, Reply } from '../../room-calendar.ts'
import type { Asked } from './asks.ts'

/** The result of a verdict that the hub was asked to send. */
export function replyFromHub(asked: Asked): Reply {
  switch (asked.kind) {
    case 'notSent':
      return { kind: 'refused', problem: problemOf('unreachable', 'The broker is not reached') }
    case 'unanswered':
      return { kind: 'unsure', problem: problemOf('unreachable', 'The hub has not answered') }
    case 'answered': {
      const { outcome } = asked
      if (outcome.kind === 'done') return { kind: 'accepted' }
      if (outcome.kind === 'refused') return refusalFrom(outcome.reason)
      return { kind: 'unsure', problem: problemOf('unexpected', `The hub answered: ${outcome.kind}`) }
    }
  }
}

/** Why the hub did not give what it was asked for, where it would have changed nothing. */
export function problemFromHub(asked: Asked): CalendarProblem {
  const reply = replyFromHub(asked)
  return 'problem' in reply ? reply.problem : problemOf('unexpected', 'The hub answered something else')
}

/** The hub proved that the verdict was not carried out. */
function refusalFrom(reason: AskRefusal): Reply {
  const problem = problemOf(
    problemCodes.find((code) => code === reason) ?? 'unexpected',
    `The hub refused: ${reason}`,
  )
  if (reason === 'bookingGone') return { kind: 'moved', problem }
  return { kind: reason === 'seriesUnknown' ? 'seriesUnknown' : 'refused', problem }
}

const problemOf = (code: ProblemCode, what: string): CalendarProblem => ({ code, cause: new Error(what) })
