import type { Configuration } from '../../shared/config/configuration.ts'
import {
  isCertain,
  isSamePlace,
  type Recollection,
  recollectionOf,
  uncertain,
} from '../../shared/reading/cached-schedule.ts'
import type { PanelRules } from '../../shared/snapshot/panel-rules.ts'
import type { LastReading } from '../ports.ts'
import { placeOf } from './place.ts'

/**
 * The stored reading of this room, and whether its age is in doubt. A reading of another room, or with other
 * privacy rules, is deleted.
 */
export async function recallReading(
  lastReading: LastReading,
  configuration: Configuration,
  rules: PanelRules,
): Promise<Recollection | undefined> {
  const kept = await lastReading.recall()
  if (kept === undefined) return undefined
  const place = placeOf(configuration, rules)
  if (!isSamePlace(kept.of, place)) {
    lastReading.forget()
    return undefined
  }
  const { recalled, room } = recollectionOf(kept)
  return isCertain(kept, place, rules.today, lastReading.clocks())
    ? { recalled, room }
    : { recalled: uncertain(recalled), room }
}
