import { dequal } from 'dequal/lite'
import pLimit from 'p-limit'
import type { Configuration } from '../../shared/config/configuration.ts'
import type { SetUpProblem } from '../../shared/set-up/set-up.ts'
import type { InstallationParts } from './panel-dependencies.ts'
import type { ActivePanel } from './active-panel.ts'

/**
 * Returns the function that applies a configuration, one after the other. It resolves to why the
 * configuration can't be used.
 */
export function takeBy<Work>(
  { log, setUp, recall, rules }: InstallationParts<Work>,
  activePanel: ActivePanel<Work>,
  isStopped: () => boolean,
): (wanted: Configuration) => Promise<SetUpProblem | undefined> {
  const take = async (wanted: Configuration): Promise<SetUpProblem | undefined> => {
    const before = activePanel.configuration()
    const changed = before === undefined ? [] : changedParts(before, wanted)
    if (before === undefined || changed.length === 0) return undefined
    if (needsAnotherCalendar(before, wanted, changed)) {
      // Called only to delete the stored reading of another room.
      const found = await setUp('working', async (configuration) => {
        await recall(configuration, rules.now())
      })
      if (!found.ok) return found.error
      if (isStopped()) return undefined
      activePanel.begin(found.value)
    } else activePanel.changeRules(wanted)
    log.info('configuration.taken', { changed })
    return undefined
  }
  const inTurn = pLimit(1)
  return (wanted) => inTurn(() => take(wanted))
}

/** A change of one of these needs another calendar, and makes earlier readings worthless. */
const beginsAnew: readonly string[] = ['feishu', 'hub', 'room', 'budget', 'timeZone']

/** The calendar names who answers for what is booked. */
const needsAnotherCalendar = (
  { booking }: Configuration,
  wanted: Configuration,
  changed: readonly string[],
): boolean => changed.some((part) => beginsAnew.includes(part)) || booking.contact !== wanted.booking.contact

/** The names of the parts whose values have changed. */
function changedParts(before: Configuration, after: Configuration): readonly string[] {
  const [old, young] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  return [...new Set([...old.keys(), ...young.keys()])].filter(
    (part) => !dequal(old.get(part), young.get(part)),
  )
}
