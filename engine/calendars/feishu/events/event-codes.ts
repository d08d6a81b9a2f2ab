import { type Meaning, these } from '../calls/problems.ts'

/**
 * The codes of calendar v4 alone, from the pages of its calls:
 * https://open.feishu.cn/document/server-docs/calendar-v4/calendar-event/create and its neighbours.
 */
export const eventCodes: ReadonlyMap<number, Meaning> = new Map([
  ...these('refused', 'botMissing', [190007]),
  // The calendar is gone or not ours, its events are not ours, or the tenant's key is deleted.
  ...these('refused', 'calendarDenied', [190006, 190011, 190012, 191000, 191001, 191002, 191003, 191004]),
  ...these('refused', 'calendarDenied', [193002, 194001, 194002, 194003, 195100]),
  ...these('refused', 'unexpected', [190002, 190008, 190013, 190014, 193000, 193001, 193003, 194000, 194004]),
])
