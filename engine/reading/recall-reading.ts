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
 * What was read of this room before the panel began, and whether it is in doubt how old it is. What is of another room, or
 * holds more or less than may be shown by now, is forgotten.
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
