import type { Configuration } from '../../shared/config/configuration.ts'
import type { Recollection } from '../../shared/reading/kept-reading.ts'
import type { Policy } from '../../shared/release/policy.ts'
import type { View } from '../../shared/snapshot/view.ts'
import { policyOf, viewOf, viewOfTablet } from '../panel/view.ts'
import type { Equipment, Foresee, InstallationParts } from './equipment.ts'
import { createRulesInForce } from './rules-in-force.ts'

/** What stands at the door now: how the panel is looked at, and what works. */
export interface Site<Work> {
  readonly viewNow: () => View
  readonly work: () => Work | undefined
  /** The configuration in force. */
  readonly configuration: () => Configuration | undefined
  /** Shows what is known of the room before there is anything to work with. */
  readonly foresee: Foresee
  /** Puts this in the place of whatever was there before. */
  readonly begin: (equipment: Equipment) => void
  /** Goes on with what is there, by these words. */
  readonly changeRules: (configuration: Configuration) => void
}

/** Begins with nothing but the tablet. */
export function createSite<Work extends { readonly stop: () => void }>(
  parts: InstallationParts<Work>,
): Site<Work> {
  const { clock, panel, tablet, random, recall, begin } = parts
  let viewAt = viewOfTablet(tablet)
  let equipment: Equipment | undefined
  let work: Work | undefined
  let known: Recollection | undefined
  const rules = createRulesInForce(parts)

  const viewNow = (): View => viewAt(clock.now())
  const tell = (recollection: Recollection | undefined): void => {
    if (recollection !== undefined) panel.apply({ kind: 'recalled', ...recollection })
  }
  const look = ({ configuration, calls }: Omit<Equipment, 'calendar'>, policy: Policy): void => {
    viewAt = viewOf(configuration, tablet, { policy, ...calls, ...(random && { random }) })
  }
  const settleRules = (): void => {
    const policy = equipment && rules.settle()
    if (equipment === undefined || policy === undefined) return
    look(equipment, policy)
    panel.apply({ kind: 'rulesChanged' })
  }
  panel.onChange(settleRules)
  return {
    viewNow,
    work: () => work,
    configuration: () => equipment?.configuration,
    foresee: async (configuration) => {
      look({ configuration }, policyOf(configuration))
      known = await recall(configuration, viewNow())
      tell(known)
    },
    begin: (found) => {
      work?.stop()
      const wanted = policyOf(found.configuration)
      const isSameRoom = equipment?.configuration.room.id === found.configuration.room.id
      equipment = found
      look(found, isSameRoom ? rules.change(wanted) : rules.begin(wanted))
      panel.apply({ kind: 'setUp', ...(isSameRoom && { isSameRoom }) })
      tell(known)
      known = undefined
      work = begin(found, viewNow)
    },
    changeRules: (configuration) => {
      if (equipment === undefined) return
      equipment = { ...equipment, configuration }
      look(equipment, rules.change(policyOf(configuration)))
      panel.apply({ kind: 'rulesChanged' })
    },
  }
}
