import * as v from 'valibot'
import { seconds } from '../../../../shared/time/time.ts'
import type { BookingKey } from '../booking-key.ts'
import { type TitlesAnswer, titlesSchema } from '../calls/answers.ts'
import type { Call } from '../calls/exchange.ts'

/**
 * The pair that asks for a title, exactly as freebusy lists it. The instances of a series that are listed
 * with 0 share one pair and one title; an instance that is listed with its own original time has its own.
 */
export type TitlePair = Pick<BookingKey, 'uid' | 'originalTime'>

/** A text that is different for each pair. */
export const pairKey = ({ uid, originalTime }: TitlePair): string => `${uid}/${originalTime}`

/** No page states a limit; this many are known to be answered in practice. */
export const mostPairs = 50

/** "Query meeting room event subject and details" in https://open.feishu.cn/document/server-docs/calendar-v4/meeting-room-event/ */
export const titlesCall = (pairs: readonly TitlePair[]): Call<TitlesAnswer> => ({
  ...titlesOfNoMeeting,
  body: { EventUids: pairs.map(({ uid, originalTime }) => ({ uid, original_time: originalTime })) },
  answer: titlesSchema,
})

/**
 * The titles by `pairKey`. A pair under `ErrorEventUids`, a pair that is not in the answer, and an empty
 * title have no entry.
 */
export function titlesFrom({ data }: TitlesAnswer): ReadonlyMap<string, string> {
  const titles = new Map<string, string>()
  for (const { uid, original_time: originalTime, summary } of data.EventInfos) {
    if (summary) titles.set(pairKey({ uid, originalTime }), summary)
  }
  return titles
}

/**
 * Asks for the titles of no meeting. The gateway checks the app's scopes before the list is read, so even a
 * refusal of the empty list shows that the app may ask for titles.
 */
export const titlesOfNoMeeting: Call<unknown> = {
  name: 'titles',
  method: 'POST',
  path: '/meeting_room/summary/batch_get',
  body: { EventUids: [] },
  answer: v.unknown(),
  rank: 'beside',
  timeLimit: seconds(10),
}
