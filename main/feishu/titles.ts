import * as v from 'valibot'
import { seconds } from '../../shared/domain/time.ts'
import type { Call } from './exchange.ts'

/**
 * Asks for the titles of no meeting. The gateway looks at the app's scopes before anybody looks at the list, so that even
 * an answer which finds fault with an empty list says that titles may be asked for.
 * "Query meeting room event subject and details" in https://open.feishu.cn/document/server-docs/calendar-v4/meeting-room-event/
 */
export const titlesOfNoMeeting: Call<unknown> = {
  name: 'titles',
  method: 'POST',
  path: '/meeting_room/summary/batch_get',
  body: { EventUids: [] },
  answer: v.unknown(),
  timeLimit: seconds(10),
}
