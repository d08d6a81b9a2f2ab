import { changedPolicy, isSamePolicy } from '../../shared/release/policy-change.ts'
import type { Policy } from '../../shared/release/policy.ts'
import { endOfTime, instantOf } from '../../shared/time/time.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { Clock } from '../ports.ts'

/**
 * Which rules each booking goes by: the latest that IT wrote, except where people were told others. The line between the two is a
 * moment, so it can't be drawn before the server has told the time: until then every booking goes by what keeps more rooms.
 */
export interface RulesInForce {
  /** Rules for a room of which nobody was told anything. */
  readonly begin: (wanted: Policy) => Policy
  /** Rules that take the place of others. */
  readonly change: (wanted: Policy) => Policy
  /**
   * Draws the line as soon as that is possible, once also to the rules that an earlier panel told people, which the journal has.
   * Gives the rules, if they are others now.
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
  /** Other rules that people were told, where the line is not drawn yet. */
  let told: Policy | undefined
  let isCompared = false

  const drawn = (before: Policy, next: Policy): Policy => {
    const isTimeKnown = Number.isFinite(clock.error())
    told = isTimeKnown ? undefined : before
    wanted = next
    return (current = changedPolicy(before, next, isTimeKnown ? clock.now() : instantOf(endOfTime)))
  }
  const compare = (): void => {
    const { journal } = panel.current()
    if (isCompared || !('content' in journal)) return
    isCompared = true
    told = journal.content.rules ?? told
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
      compare()
      const before = current
      if (told === undefined || before === undefined) return undefined
      const next = drawn(told, wanted)
      return isSamePolicy(before, next) ? undefined : next
    },
  }
}
