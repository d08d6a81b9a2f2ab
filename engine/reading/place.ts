import type { Configuration } from '../../shared/config/configuration.ts'
import type { Place } from '../../shared/reading/cached-schedule.ts'
import type { PanelRules } from '../../shared/snapshot/panel-rules.ts'

/** The room and the privacy rules of readings with this configuration. */
export const placeOf = (
  configuration: Configuration,
  { timeZone, showTitle, showOrganizer }: PanelRules,
): Place => ({
  ...sourceOf(configuration),
  roomId: configuration.room.id,
  timeZone,
  showTitle,
  showOrganizer,
})

const sourceOf = ({ hub, feishu }: Configuration): Pick<Place, 'source' | 'account'> =>
  hub === undefined
    ? { source: feishu.origin, account: feishu.appId }
    : { source: hub.broker, account: hub.door }
