import type { Configuration } from '../../shared/config/configuration.ts'
import type { Recollection } from '../../shared/reading/cached-schedule.ts'
import type { Policy } from '../../shared/release/policy.ts'
import type { PanelRules } from '../../shared/snapshot/panel-rules.ts'
import { policyOf, panelRulesOf, rulesOfTablet } from '../panel/panel-rules.ts'
import type { PanelDependencies, PreviewConfiguration, InstallationParts } from './panel-dependencies.ts'
import { createRulesInForce } from './rules-in-force.ts'

/** The panel at the door now: its rules, and its work. */
export interface ActivePanel<Work> {
  readonly rulesNow: () => PanelRules
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
  const { clock, panel, tablet, random, recall, begin } = parts
  let rulesAt = rulesOfTablet(tablet)
  let dependencies: PanelDependencies | undefined
  let work: Work | undefined
  let known: Recollection | undefined
  const rules = createRulesInForce(parts)

  const rulesNow = (): PanelRules => rulesAt(clock.now())
  const tell = (recollection: Recollection | undefined): void => {
    if (recollection !== undefined) panel.apply({ kind: 'recalled', ...recollection })
  }
  const look = ({ configuration, calls }: Omit<PanelDependencies, 'calendar'>, policy: Policy): void => {
    rulesAt = panelRulesOf(configuration, tablet, { policy, ...calls, ...(random && { random }) })
  }
  const settleRules = (): void => {
    const policy = dependencies && rules.settle()
    if (dependencies === undefined || policy === undefined) return
    look(dependencies, policy)
    panel.apply({ kind: 'rulesChanged' })
  }
  panel.onChange(settleRules)
  return {
    rulesNow,
    work: () => work,
    configuration: () => dependencies?.configuration,
    previewConfiguration: async (configuration) => {
      look({ configuration }, policyOf(configuration))
      known = await recall(configuration, rulesNow())
      tell(known)
    },
    begin: (found) => {
      work?.stop()
      const wanted = policyOf(found.configuration)
      const isSameRoom = dependencies?.configuration.room.id === found.configuration.room.id
      dependencies = found
      look(found, isSameRoom ? rules.change(wanted) : rules.begin(wanted))
      panel.apply({ kind: 'setUp', ...(isSameRoom && { isSameRoom }) })
      tell(known)
      known = undefined
      work = begin(found, rulesNow)
    },
    changeRules: (configuration) => {
      if (dependencies === undefined) return
      dependencies = { ...dependencies, configuration }
      look(dependencies, rules.change(policyOf(configuration)))
      panel.apply({ kind: 'rulesChanged' })
    },
  }
}
