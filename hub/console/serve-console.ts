import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock, Log } from '../../engine/ports.ts'
import type { Result } from '../../shared/result.ts'
import { sendJson, serveHttp, type Serving, type ServingPlace } from '../http-server.ts'
import { type ActParts, carryOutAct } from './carry-out-acts.ts'
import type { DoorFeed } from './door-feed.ts'
import { guardingHeaders, keptForever, unkept } from './headers.ts'
import type { PageFiles } from './page-files.ts'
import { streamDoors } from './stream-doors.ts'

export interface ConsoleParts extends ActParts {
  readonly feed: DoorFeed
  readonly page: PageFiles
  readonly clock: Clock
  readonly log: Log
}

/** Each open page holds a connection, and a browser has some more while it loads the page. */
const mostConnections = 200

/** Serves IT's page about all doors. */
export const serveConsole = (
  parts: ConsoleParts,
  place: Omit<ServingPlace, 'mostConnections'>,
): Promise<Result<Serving, unknown>> =>
  serveHttp(
    { ...place, mostConnections },
    (request, response) => answer(parts, request, response),
    (cause) => parts.log.error('console.failed', { cause }),
  )

async function answer(
  parts: ConsoleParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(guardingHeaders)) response.setHeader(name, value)
  const { url = '', method } = request
  if (await carryOutAct(parts, request, response)) return
  const refuse = (status: number, error: string): void => void sendJson(response, status, { error })
  if (method !== 'GET' && method !== 'HEAD') return refuse(405, 'methodNotAllowed')
  if (url === '/api/doors') return void sendJson(response, 200, await parts.feed.all())
  if (url === '/api/doors/events') return streamDoors(parts, response)
  const file = parts.page.get(url)
  if (file === undefined) return refuse(404, 'notFound')
  response.writeHead(200, { 'content-type': file.type, ...(url === '/' ? unkept : keptForever) })
  response.end(method === 'HEAD' ? undefined : file.body)
}
