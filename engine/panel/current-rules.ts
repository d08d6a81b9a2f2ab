import type { PanelRules } from '../../shared/snapshot/panel-rules.ts'
import type { Clock, TabletSettings } from '../ports.ts'
import { type PanelRulesAt, rulesOfTablet } from './panel-rules.ts'

/** The rules that the panel goes by, which IT may replace at any time. */
export interface CurrentRules {
  readonly now: () => PanelRules
  /** Puts these in the place of those that were in force. */
  readonly replace: (rulesAt: PanelRulesAt) => void
}

/** Until a configuration is read, the tablet's own settings are in force. */
export function createCurrentRules(clock: Pick<Clock, 'now'>, tablet: TabletSettings): CurrentRules {
  let rulesAt = rulesOfTablet(tablet)
  return {
    now: () => rulesAt(clock.now()),
    replace: (next) => void (rulesAt = next),
  }
}
