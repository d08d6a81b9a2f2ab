import type { Configuration } from '../../shared/config/configuration.ts'
import type { Place } from '../../shared/reading/cached-schedule.ts'
import type { PanelRules } from '../../shared/snapshot/panel-rules.ts'

/** The room and the privacy rules of readings with this configuration. */
export const placeOf = (
  { feishu, room }: Pick<Configuration, 'feishu' | 'room'>,
  { timeZone, showTitle, showOrganizer }: PanelRules,
): Place => ({ ...feishu, roomId: room.id, timeZone, showTitle, showOrganizer })
