import type { CallCounter } from '../../../engine/ports.ts'
import type { Share } from '../../../shared/budget/call-ledger.ts'
import { shareText } from '../share-text.ts'
import { asking, type CalendarCalls } from './calendar-calls.ts'
import { type Check, failed, fine, type Finding, skipped } from './check.ts'
import { type DoorParts, pageFinding, panelFinding } from './door-findings.ts'

export interface PanelCheckParts extends DoorParts {
  /**
   * The panel's share of so many calls a month, and how much of it is spent; undefined if calls are not
   * counted.
   */
  readonly shareOf?: CallCounter['shareOf']
}

/** Checks the panel that runs on this tablet. */
export const panelChecks = (calls: CalendarCalls | undefined, parts: PanelCheckParts): readonly Check[] => [
  { name: 'panel', look: async () => panelFinding(parts) },
  { name: 'page', look: async () => pageFinding(parts) },
  {
    name: 'budget',
    needs: ['configuration'],
    look: asking(calls, async ({ configuration }) => {
      const { callsPerMonth } = configuration.budget
      return budgetFinding(parts.shareOf?.(callsPerMonth), callsPerMonth)
    }),
  },
]

/** Whether the panel's share of so many calls a month is not used up. */
export function budgetFinding(share: Share | undefined, callsPerMonth: number): Finding {
  if (share === undefined) return skipped('nothing is counted yet')
  const told = shareText(share, callsPerMonth)
  return share.spent < share.calls ? fine(told) : failed('shareSpent', told)
}
