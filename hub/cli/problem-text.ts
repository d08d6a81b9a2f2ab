import type { BrokerAdminProblem } from '../broker/broker-admin.ts'
import type { StoreProblem } from '../store/stored.ts'

type Problem = StoreProblem | BrokerAdminProblem | { readonly code: 'doorUnknown' }

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
  }
}

/** The error of a host with several addresses has no message of its own. */
export function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  if (cause instanceof AggregateError) return cause.errors.map(reasonOf).join(', ')
  return cause.message
}
