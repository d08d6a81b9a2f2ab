import type { Configuration } from '../../shared/config/configuration.ts'
import type { Recollection } from '../../shared/reading/cached-schedule.ts'
import type { Policy } from '../../shared/release/policy.ts'
import { createOpenInMonth } from '../panel/month-left.ts'
import { panelRulesOf, policyOf } from '../panel/panel-rules.ts'
import type { PanelDependencies, PreviewConfiguration, InstallationParts } from './panel-dependencies.ts'
import { createRulesInForce } from './rules-in-force.ts'

/** The panel at the door now: its rules, and its work. */
export interface ActivePanel<Work> {
  readonly work: () => Work | undefined
  /** The configuration in force. */
  readonly configuration: () => Configuration | undefined
  /** Shows the known facts of the room before the panel can work. */
  readonly previewConfiguration: PreviewConfiguration
  /** Starts a panel with these dependencies, in place of the previous one. */
  readonly begin: (dependencies: PanelDependencies) => void
  /** Continues with the present panel, by this configuration's rules. */
  readonly changeRules: (configuration: Configuration) => void
}

/** Starts with the tablet's own settings only. */
export function createActivePanel<Work extends { readonly stop: () => void }>(
  parts: InstallationParts<Work>,
): ActivePanel<Work> {
  const { panel, tablet, random, recall, begin, rules } = parts
  let dependencies: PanelDependencies | undefined
  let work: Work | undefined
  let known: Recollection | undefined
  const policies = createRulesInForce(parts)
  const openInMonth = createOpenInMonth()

  const tell = (recollection: Recollection | undefined): void => {
    if (recollection !== undefined) panel.apply({ kind: 'recalled', ...recollection })
  }
  const look = ({ configuration, calls }: Omit<PanelDependencies, 'calendar'>, policy: Policy): void => {
    const own = { policy, openInMonth, ...calls, ...(random && { random }) }
    rules.replace(panelRulesOf(configuration, tablet, own))
  }
  const settleRules = (): void => {
    const policy = dependencies && policies.settle()
    if (dependencies === undefined || policy === undefined) return
    look(dependencies, policy)
    panel.apply({ kind: 'rulesChanged' })
  }
  panel.onChange(settleRules)
  return {
    work: () => work,
    configuration: () => dependencies?.configuration,
    previewConfiguration: async (configuration) => {
      look({ configuration }, policyOf(configuration))
      known = await recall(configuration, rules.now())
      tell(known)
    },
    begin: (found) => {
      work?.stop()
      const wanted = policyOf(found.configuration)
      const isSameRoom = dependencies?.configuration.room.id === found.configuration.room.id
      dependencies = found
      look(found, isSameRoom ? policies.change(wanted) : policies.begin(wanted))
      panel.apply({ kind: 'setUp', ...(isSameRoom && { isSameRoom }) })
      tell(known)
      known = undefined
      work = begin(found)
    },
    changeRules: (configuration) => {
      if (dependencies === undefined) return
      dependencies = { ...dependencies, configuration }
      look(dependencies, policies.change(policyOf(configuration)))
      panel.apply({ kind: 'rulesChanged' })
    },
  }
}
