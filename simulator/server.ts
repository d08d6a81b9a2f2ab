import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'

import type { SimOutcome, SimRequest } from './http.ts'
import type { World } from './world.ts'

const LOOPBACK = '127.0.0.1'

export interface ServeOptions {
  /** A free one when left out. */
  readonly port?: number
  /** Runs `run` once after `ms`. Returns the function that cancels it. */
  readonly after: (ms: number, run: () => void) => () => void
}

export interface ServedWorld {
  readonly origin: string
  /** Breaks off every answer that is still on its way. */
  readonly close: () => Promise<void>
}

/**
 * Serves the world on a port of this machine, which other machines can't reach. Rejects if the port is taken.
 */
export const serveWorld = async (world: World, { port = 0, after }: ServeOptions): Promise<ServedWorld> => {
  const waiting = new Set<() => void>()

  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const cancel = after(ms, () => {
        waiting.delete(cancel)
        resolve()
      })
      waiting.add(cancel)
    })

  const app = new Hono<{ Bindings: HttpBindings }>()
  app.all('*', async ({ req, env }) => {
    const outcome = world.answer(await requestOf(req.raw, env.incoming))
    if (outcome.kind === 'silence') return silence()
    if (outcome.delay > 0) await pause(outcome.delay)
    return deliver(outcome, env.outgoing)
  })

  // Tests run it in their own process, whose global Request and Response must not change.
  const listen = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  const server = createServer((incoming, outgoing) => void listen(incoming, outgoing))
  const bound = await new Promise<number>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, LOOPBACK, () => resolve(portOf(server.address())))
  })

  return {
    origin: `http://${LOOPBACK}:${bound}`,
    close: () =>
      new Promise((resolve) => {
        for (const cancel of waiting) cancel()
        waiting.clear()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const requestOf = async (request: Request, incoming: IncomingMessage): Promise<SimRequest> => ({
  method: request.method,
  url: request.url,
  headers: Object.fromEntries(request.headers),
  body: await request.text(),
  address: incoming.socket.remoteAddress ?? LOOPBACK,
})

const deliver = (outcome: Exclude<SimOutcome, { kind: 'silence' }>, outgoing: ServerResponse): Response => {
  switch (outcome.kind) {
    case 'answer':
      return new Response(outcome.answer.body, outcome.answer)
    case 'cut': {
      const { status, headers, body } = outcome.answer
      outgoing.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
      outgoing.write(outcome.sent, () => outgoing.destroy())
      return RESPONSE_ALREADY_SENT
    }
    case 'reset':
      outgoing.destroy()
      return RESPONSE_ALREADY_SENT
  }
}

/** Only the connection refers to this promise, so both are freed together. */
const silence = (): Promise<Response> => new Promise(() => undefined)

const portOf = (address: ReturnType<ReturnType<typeof createServer>['address']>): number => {
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return address.port
}
