import type { Verdict } from '../../../shared/action/verdict.ts'
import { seconds } from '../../../shared/time/time.ts'
import type { Reply } from '../../room-calendar.ts'
import type { BookingKey } from './booking-key.ts'
import { replySchema } from './calls/answers.ts'
import type { Call } from './calls/exchange.ts'
import type { CallFault, Nature } from './calls/problems.ts'

const statuses: Readonly<Record<Verdict, string>> = {
  end: 'ENDED_BEFORE_DUE',
  release: 'NOT_CHECK_IN',
  accept: 'ACCEPTED_BY_ADMIN',
  decline: 'DECLINED_BY_ADMIN',
}

/** Ms. A token has to live as long from the sending on. */
export const replyTimeLimit = seconds(15)

/** https://open.feishu.cn/document/server-docs/calendar-v4/meeting-room-event/reply-meeting-room-event-instance */
export const replyCall = (
  roomId: string,
  { uid }: BookingKey,
  originalTime: number,
  verdict: Verdict,
): Call<unknown> => ({
  name: 'reply',
  method: 'POST',
  path: '/meeting_room/instance/reply',
  body: { room_id: roomId, uid, original_time: originalTime, status: statuses[verdict] },
  answer: replySchema,
  rank: 'schedule',
  timeLimit: replyTimeLimit,
  // No person waits for a release.
  isAwaited: verdict !== 'release',
})

/** Only a reply that was certainly not carried out is called refused. */
const kinds: Readonly<Record<Nature, Exclude<Reply['kind'], 'accepted'>>> = {
  unanswered: 'unsure',
  notSent: 'refused',
  tokenRejected: 'refused',
  moved: 'moved',
  refused: 'refused',
  strange: 'unsure',
}

export const replyFrom = ({ nature, problem }: CallFault): Reply => ({ kind: kinds[nature], problem })
