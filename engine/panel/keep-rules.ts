import type { PanelEvent } from '../../shared/panel/panel-event.ts'
import { isSamePolicy } from '../../shared/release/policy-change.ts'
import type { Policy } from '../../shared/release/policy.ts'
import type { PanelRules } from '../../shared/snapshot/panel-rules.ts'
import type { Cancel, Clock } from '../ports.ts'
import type { PanelStore } from './panel-store.ts'
import type { RecordInJournal } from './record-in-journal.ts'

export interface KeepRulesParts {
  readonly clock: Pick<Clock, 'error'>
  readonly panel: PanelStore
  readonly rulesAt: () => PanelRules
  readonly record: RecordInJournal
}

/**
 * Writes the rules in force into the journal, so that a panel that starts later knows which ones the door
 * showed. Waits until the server has told the time: until then the earlier panel's rules are compared with
 * the new ones. If the disk refuses them, it is tried again after the next reading. Returns the function that
 * stops it.
 */
export function keepRules({ clock, panel, rulesAt, record }: KeepRulesParts): Cancel {
  let isBusy = false
  let kept: Policy | undefined

  const keep = async (): Promise<void> => {
    const { journal } = panel.current()
    const { policy } = rulesAt()
    if (isBusy || policy === kept || journal.kind !== 'kept' || !Number.isFinite(clock.error())) return
    const { rules } = journal.content
    isBusy = true
    const isThere = rules !== undefined && isSamePolicy(rules, policy)
    if (isThere || (await record((content) => ({ ...content, rules: policy }))).ok) kept = policy
    isBusy = false
  }
  return panel.onChange(({ kind }) => {
    if (occasions.includes(kind)) void keep()
  })
}

const occasions: readonly PanelEvent['kind'][] = ['journalKept', 'scheduleRead', 'rulesChanged']
