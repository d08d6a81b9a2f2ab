import * as v from 'valibot'
import { type DoorNews, doorNewsSchema } from '../shared/console/door-row.ts'

/** The hub's news of the doors, for as long as the page is open. */
export interface DoorSource {
  /** To be called now and then: opens the stream again if it has ended for good. */
  readonly look: () => void
}

const newsSchema = v.pipe(v.string(), v.parseJson(), doorNewsSchema)

export interface DoorSourceParts {
  readonly url: string
  readonly onNews: (news: DoorNews) => void
  readonly onLost: () => void
}

/**
 * Follows the stream of doors. A browser opens it again by itself after a break, but not after a refusal, as of a proxy
 * whose hub starts anew.
 */
export function openDoorSource({ url, onNews, onLost }: DoorSourceParts): DoorSource {
  let stream = open()
  function open(): EventSource {
    const opened = new EventSource(url)
    opened.addEventListener('message', ({ data }) => {
      const news = v.safeParse(newsSchema, data)
      if (news.success) return onNews(news.output)
      // A page of another version than the hub: the next one is loaded by hand.
      onLost()
    })
    opened.addEventListener('error', onLost)
    return opened
  }
  return {
    look: () => {
      if (stream.readyState === EventSource.CLOSED) stream = open()
    },
  }
}
