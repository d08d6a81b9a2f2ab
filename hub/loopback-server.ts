import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { err, ok, type Result } from '../shared/result.ts'
import { seconds } from '../shared/time/time.ts'

export interface Serving {
  readonly url: string
  /** Cuts connections that still wait for an answer. */
  readonly close: () => Promise<void>
}

/** A client asks once per connection. Connections that are held open don't keep other clients out for long. */
const limits = { requestTimeout: seconds(10), connectionsCheckingInterval: seconds(5) }
const mostConnections = 50

/**
 * Serves HTTP on the loopback address, which other machines can't reach. `port` 0: any that is free. The error
 * says why the port can't be opened.
 */
export async function serveOnLoopback(
  port: number,
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  onError: (cause: unknown) => void,
): Promise<Result<Serving, unknown>> {
  const server = createServer(limits, (request, response) => void answer(request, response))
  server.maxConnections = mostConnections
  try {
    await once(server.listen(port, '127.0.0.1'), 'listening')
  } catch (cause) {
    return err(cause)
  }
  server.on('error', onError)
  return ok({
    url: `http://127.0.0.1:${portOf(server.address())}`,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  })
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
