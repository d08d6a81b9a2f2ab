import * as v from 'valibot'
import type { Instance } from '../../../../simulator/calendar/event.ts'
import { holdsAround, type Around } from '../around.ts'

const schema = v.object({ uid: v.string(), original_time: v.number(), status: v.string() })

export type ReplyBody = v.InferOutput<typeof schema>

export const replyBodyFrom = (text: string | undefined): ReplyBody => v.parse(schema, JSON.parse(text ?? ''))

/** Which of the stays that a reading listed a reply is meant for: one that runs. */
export const meantBy = (
  { uid, original_time: originalTime }: ReplyBody,
  stays: readonly Instance[],
  around: Around,
): Instance | undefined =>
  stays.find(
    (stay) =>
      stay.event.uid === uid &&
      holdsAround(stay, around) &&
      (originalTime === 0 ||
        originalTime * 1000 === stay.originalStart ||
        originalTime * 1000 === stay.start),
  )
