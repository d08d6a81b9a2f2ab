import type { ServerResponse } from 'node:http'
import type { Clock } from '../../engine/ports.ts'
import type { DoorNews } from '../../shared/console/door-row.ts'
import { seconds } from '../../shared/time/time.ts'
import type { DoorFeed } from './door-feed.ts'
import { unkept } from './headers.ts'

/** The page takes a hub for gone that says nothing for longer, and a proxy ends such a connection. Ms. */
const signOfLife = seconds(15)
/** Bytes that may wait for a page that reads too slowly, or not at all. */
const mostWaiting = 4 * 1024 * 1024

/**
 * Tells the page all doors, and then each change, for as long as it listens: server-sent events
 * (https://html.spec.whatwg.org/multipage/server-sent-events.html).
 */
export async function streamDoors(
  { feed, clock }: { readonly feed: DoorFeed; readonly clock: Clock },
  response: ServerResponse,
): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream', ...unkept, 'x-accel-buffering': 'no' })
  const say = (text: string): void => {
    if (response.writableLength > mostWaiting) response.destroy()
    else response.write(text)
  }
  const tell = (news: DoorNews): void => say(`data: ${JSON.stringify(news)}\n\n`)
  const first = await feed.all()
  if (response.destroyed) return
  tell(first)
  const unfollow = feed.follow(tell)
  let cancel = clock.after(signOfLife, beat)
  function beat(): void {
    tell(feed.pulse())
    cancel = clock.after(signOfLife, beat)
  }
  response.on('close', () => {
    unfollow()
    cancel()
  })
}
