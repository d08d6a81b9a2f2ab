import type { Configuration } from '../../shared/config/configuration.ts'
import type { JournalContent } from '../../shared/domain/journal.ts'
import type { Recollection } from '../../shared/domain/kept-reading.ts'
import type { Policy } from '../../shared/domain/policy.ts'
import { changedPolicy } from '../../shared/domain/policy-change.ts'
import type { View } from '../../shared/domain/view.ts'
import { policyOf, viewOf, viewOfTablet } from '../panel/view.ts'
import type { Equipment, Foresee, InstallationParts } from './equipment.ts'

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
  let isCompared = false

  const viewNow = (): View => viewAt(clock.now())
  const tell = (recollection: Recollection | undefined): void => {
    if (recollection !== undefined) panel.apply({ kind: 'recalled', ...recollection })
  }
  const look = ({ configuration, calls }: Omit<Equipment, 'calendar'>, policy: Policy): void => {
    viewAt = viewOf(configuration, tablet, { policy, ...calls, ...(random && { random }) })
  }
  /**
   * A panel before this one may have told people other rules. Which bookings they were for is a matter of time, so this waits
   * until the server has told the time, and is done once.
   */
  const compare = (): void => {
    const content = isCompared ? undefined : journalInTime(parts)
    if (content === undefined || equipment === undefined) return
    isCompared = true
    const { policy } = viewNow()
    const compared = content.rules === undefined ? policy : changedPolicy(content.rules, policy, clock.now())
    if (compared === policy) return
    look(equipment, compared)
    panel.apply({ kind: 'rulesChanged' })
  }
  panel.onChange(compare)
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
      const policy = isSameRoom ? changedPolicy(viewNow().policy, wanted, clock.now()) : wanted
      equipment = found
      look(found, policy)
      panel.apply({ kind: 'setUp', ...(isSameRoom && { isSameRoom }) })
      tell(known)
      known = undefined
      work = begin(found, viewNow)
    },
    changeRules: (configuration) => {
      if (equipment === undefined) return
      equipment = { ...equipment, configuration }
      look(equipment, changedPolicy(viewNow().policy, policyOf(configuration), clock.now()))
      panel.apply({ kind: 'rulesChanged' })
    },
  }
}

/** The journal, once it is read and the time is known. */
function journalInTime<Work>({
  clock,
  panel,
}: Pick<InstallationParts<Work>, 'clock' | 'panel'>): JournalContent | undefined {
  const { journal } = panel.current()
  return 'content' in journal && Number.isFinite(clock.error()) ? journal.content : undefined
}
