import type { Configuration } from '../../shared/config/configuration.ts'
import type { Place } from '../../shared/reading/kept-reading.ts'
import type { View } from '../../shared/snapshot/view.ts'

/** What a reading by this configuration is of. */
export const placeOf = (
  { feishu, room }: Pick<Configuration, 'feishu' | 'room'>,
  { timeZone, showTitle, showOrganizer }: View,
): Place => ({ ...feishu, roomId: room.id, timeZone, showTitle, showOrganizer })
