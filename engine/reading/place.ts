import type { Configuration } from '../../shared/config/configuration.ts'
import type { Place } from '../../shared/reading/cached-schedule.ts'
import type { PanelRules } from '../../shared/snapshot/panel-rules.ts'

/** What a reading by this configuration is of. */
export const placeOf = (
  { feishu, room }: Pick<Configuration, 'feishu' | 'room'>,
  { timeZone, showTitle, showOrganizer }: PanelRules,
): Place => ({ ...feishu, roomId: room.id, timeZone, showTitle, showOrganizer })
