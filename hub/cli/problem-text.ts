import type { OrderProblem } from '../orders/order-door.ts'
import type { BrokerAdminProblem } from '../broker/broker-admin.ts'
import type { StoreProblem } from '../store/stored.ts'

type Problem = StoreProblem | BrokerAdminProblem | OrderProblem

/** A sentence for IT: why a command failed. */
export function problemText(problem: Problem): string {
  switch (problem.code) {
    case 'unavailable':
      return `the database does not answer: ${reasonOf(problem.cause)}`
    case 'foreign':
      return `the database was changed by a newer version of the hub: ${reasonOf(problem.cause)}`
    case 'unreachable':
      return `the broker does not answer: ${reasonOf(problem.cause)}. Run this again.`
    case 'refused':
      return `the broker refuses: ${reasonOf(problem.cause)}`
    case 'doorUnknown':
      return 'there is no such door. room-panel-hub doors lists all.'
    case 'notSent':
      return 'the broker does not take the order. Run this again.'
    case 'unanswered':
      return `the door has not answered. It can take the order up until ${new Date(problem.until).toISOString()}.`
    case 'noAnswer':
      return 'the door has taken the order up, and said no more. Run this again.'
    case 'busy':
      return 'the door is busy with another order. Run this again.'
    case 'expired':
      return 'the order came too late to the door. Run this again.'
    case 'doorNeeded':
      return 'people were at the door for the whole minute, so it does not restart. Run this again later.'
    case 'noPicture':
      return 'the door has no picture. Its log says why: order DOOR logs.'
    case 'failed':
      return 'the door could not do it. Its log says why: order DOOR logs.'
  }
}

/** The error of a host with several addresses has no message of its own. */
export function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  if (cause instanceof AggregateError) return cause.errors.map(reasonOf).join(', ')
  return cause.message
}
