import type { CallCounter } from '../../../engine/ports.ts'
import type { Share } from '../../../shared/budget/call-ledger.ts'
import { shareText } from '../share-text.ts'
import type { Configuration } from '../../../shared/config/configuration.ts'
import type { Result } from '../../../shared/result.ts'
import type { SetUpProblem } from '../../../shared/set-up/set-up.ts'
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
export const panelChecks = (
  configuration: Result<Configuration, SetUpProblem>,
  parts: PanelCheckParts,
): readonly Check[] => [
  { name: 'panel', look: async () => panelFinding(parts) },
  { name: 'page', look: async () => pageFinding(parts) },
  {
    name: 'budget',
    needs: ['configuration'],
    look: async () => {
      if (!configuration.ok) return { kind: 'blocked', needs: 'configuration' }
      if (configuration.value.hub !== undefined) return skipped('the hub makes the calls')
      const { callsPerMonth } = configuration.value.budget
      return budgetFinding(parts.shareOf?.(callsPerMonth), callsPerMonth)
    },
  },
]

/** Whether the panel's share of so many calls a month is not used up. */
export function budgetFinding(share: Share | undefined, callsPerMonth: number): Finding {
  if (share === undefined) return skipped('nothing is counted yet')
  const told = shareText(share, callsPerMonth)
  return share.spent < share.calls ? fine(told) : failed('shareSpent', told)
}
