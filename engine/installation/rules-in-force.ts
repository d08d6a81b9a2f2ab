import { changedPolicy, isSamePolicy, toldAtMost } from '../../shared/release/policy-change.ts'
import type { Policy } from '../../shared/release/policy.ts'
import { endOfTime, instantOf } from '../../shared/time/time.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { Clock } from '../ports.ts'

/**
 * Decides by which rules each booking goes: by IT's latest, except where the door showed others. The boundary
 * between the two is a moment, so it can't be set before the server has told the time. Until then every
 * booking goes by the rules that keep more rooms.
 */
export interface RulesInForce {
  /** The rules of a panel that has shown no others yet. */
  readonly begin: (wanted: Policy) => Policy
  /** The rules after a change by IT. */
  readonly change: (wanted: Policy) => Policy
  /**
   * Sets the boundary as soon as possible, once also to the rules in the journal that an earlier panel
   * showed. Returns the rules if they have changed.
   */
  readonly settle: () => Policy | undefined
}

export interface RulesInForceParts {
  readonly clock: Pick<Clock, 'now' | 'error'>
  readonly panel: Pick<PanelStore, 'current'>
}

export function createRulesInForce({ clock, panel }: RulesInForceParts): RulesInForce {
  let wanted: Policy | undefined
  let current: Policy | undefined
  /** Earlier rules that the door showed, while the boundary is not set yet. */
  let told: Policy | undefined
  let isCompared = false

  const drawn = (before: Policy, next: Policy): Policy => {
    const isTimeKnown = Number.isFinite(clock.error())
    told = isTimeKnown ? undefined : before
    wanted = next
    return (current = changedPolicy(before, next, isTimeKnown ? clock.now() : instantOf(endOfTime)))
  }
  const compare = (next: Policy): void => {
    const { journal } = panel.current()
    if (isCompared || !('content' in journal)) return
    isCompared = true
    const { rules } = journal.content
    told = rules === undefined ? told : toldAtMost(rules, next)
  }
  const begin = (next: Policy): Policy => {
    told = undefined
    return (current = wanted = next)
  }
  return {
    begin,
    change: (next) => {
      const before = told ?? current
      return before === undefined ? begin(next) : drawn(before, next)
    },
    settle: () => {
      if (wanted === undefined || (isCompared && told === undefined) || !Number.isFinite(clock.error()))
        return undefined
      compare(wanted)
      const before = current
      if (told === undefined || before === undefined) return undefined
      const next = drawn(told, wanted)
      return isSamePolicy(before, next) ? undefined : next
    },
  }
}
