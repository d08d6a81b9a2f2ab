import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { err, ok, type Result } from '../shared/result.ts'
import { seconds } from '../shared/time/time.ts'

export interface Serving {
  readonly url: string
  /** Cuts connections that still wait for an answer. */
  readonly close: () => Promise<void>
}

/** A certificate and its key, PEM. */
export interface Identity {
  readonly cert: string
  readonly key: string
}

export interface ServingPlace {
  /** 0: any that is free. */
  readonly port: number
  /** The loopback address, which other machines can't reach, if left out. */
  readonly address?: string | undefined
  /** Without it, plain HTTP. */
  readonly tls?: Identity | undefined
  readonly mostConnections: number
}

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Connections that are held open don't keep other clients out for long. */
const limits = { requestTimeout: seconds(10), connectionsCheckingInterval: seconds(5) }

/** Serves HTTP; `onError` is told of each answer that fails, too. The error says why the port can't be opened, or what is wrong with the certificate. */
export async function serveHttp(
  { port, address = '127.0.0.1', tls, mostConnections }: ServingPlace,
  answer: Answer,
  onError: (cause: unknown) => void,
): Promise<Result<Serving, unknown>> {
  const take = (request: IncomingMessage, response: ServerResponse): void =>
    void answer(request, response).catch((cause: unknown) => {
      onError(cause)
      response.destroy()
    })
  try {
    const server = tls ? createTlsServer({ ...limits, ...tls }, take) : createServer(limits, take)
    server.maxConnections = mostConnections
    await once(server.listen(port, address), 'listening')
    server.on('error', onError)
    return ok({
      url: `${tls ? 'https' : 'http'}://${address}:${portOf(server.address())}`,
      close: async () => {
        const closed = once(server, 'close')
        server.close()
        server.closeAllConnections()
        await closed
      },
    })
  } catch (cause) {
    return err(cause)
  }
}

/** The same on the loopback address, for clients that ask once per connection. */
export const serveOnLoopback = (
  port: number,
  answer: Answer,
  onError: (cause: unknown) => void,
): Promise<Result<Serving, unknown>> => serveHttp({ port, mostConnections: 50 }, answer, onError)

/** Answers with JSON, which no cache keeps. True, as the answer to whether there was one. */
export function sendJson(response: ServerResponse, status: number, body: unknown): true {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
  return true
}

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === 'object' && address !== null ? address.port : 0

/** A request's body, as it came; undefined if it has more than `longest` bytes, or if it broke off. */
export async function bodyOf(request: IncomingMessage, longest: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of request) {
      const part: unknown = chunk
      if (!Buffer.isBuffer(part)) return undefined
      bytes += part.length
      if (bytes > longest) return undefined
      chunks.push(part)
    }
  } catch {
    // The client has closed the connection.
    return undefined
  }
  return Buffer.concat(chunks)
}
