import * as v from 'valibot'
import { seconds } from '../../../../shared/time/time.ts'
import type { BookingKey } from '../booking-key.ts'
import { type TitlesAnswer, titlesSchema } from '../calls/answers.ts'
import type { Call } from '../calls/exchange.ts'

/**
 * What a title is asked by, just as freebusy lists it. The instances of a series that are listed with 0 have one pair and
 * one title between them; an instance that is listed with its own original time has its own.
 */
export type TitlePair = Pick<BookingKey, 'uid' | 'originalTime'>

/** Tells pairs apart. */
export const pairKey = ({ uid, originalTime }: TitlePair): string => `${uid}/${originalTime}`

/** No page prints a limit; this many are known to be answered in the field. */
export const mostPairs = 50

/** "Query meeting room event subject and details" in https://open.feishu.cn/document/server-docs/calendar-v4/meeting-room-event/ */
export const titlesCall = (pairs: readonly TitlePair[]): Call<TitlesAnswer> => ({
  ...titlesOfNoMeeting,
  body: { EventUids: pairs.map(({ uid, originalTime }) => ({ uid, original_time: originalTime })) },
  answer: titlesSchema,
})

/** The titles by `pairKey`. What is listed under `ErrorEventUids`, or nowhere, has none; nor has an empty title. */
export function titlesFrom({ data }: TitlesAnswer): ReadonlyMap<string, string> {
  const titles = new Map<string, string>()
  for (const { uid, original_time: originalTime, summary } of data.EventInfos) {
    if (summary) titles.set(pairKey({ uid, originalTime }), summary)
  }
  return titles
}

/**
 * Asks for the titles of no meeting. The gateway looks at the app's scopes before anybody looks at the list, so that even
 * an answer which finds fault with an empty list says that titles may be asked for.
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
