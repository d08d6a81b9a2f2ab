import type { Share } from '../../shared/budget/call-ledger.ts'

/** How much of the panel's share is spent. Says when the share began, if it is not the whole month's. */
export function shareText({ calls, spent, since }: Share, callsPerMonth: number): string {
  const told = `${spent} of ${Math.round(calls)} calls`
  return calls < callsPerMonth
    ? `${told}, this panel’s share of ${callsPerMonth} since ${new Date(since).toISOString()}`
    : told
}
