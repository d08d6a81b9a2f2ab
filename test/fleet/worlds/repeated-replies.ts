import type { ReplyRecord } from '../../../simulator/reply-record.ts'
import type { Broken } from './world.ts'

/**
 * Replies that follow one to the same booking which was carried out: what Feishu has refused may be asked again, and what was
 * accepted may be accepted again.
 */
export function repeatedReplies(all: readonly ReplyRecord[]): readonly Broken[] {
  const replies = all.filter(({ body }) => !body.includes('ACCEPTED_BY_ADMIN'))
  return replies
    .filter(({ body }, index) =>
      replies.slice(0, index).some((before) => before.body === body && before.effect !== undefined),
    )
    .map(({ body }) => ({ law: 'H7 a reply is sent once', what: body }))
}
