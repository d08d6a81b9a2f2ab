import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { err, ok, type Result } from '../shared/result.ts'
import { seconds } from '../shared/time/time.ts'

export interface Serving {
  readonly url: string
  /** Cuts who still waits for an answer. */
  readonly close: () => Promise<void>
}

/** Who asks does so once. Whoever holds connections open keeps none of the others out for long. */
const limits = { requestTimeout: seconds(10), connectionsCheckingInterval: seconds(5) }
const mostConnections = 50

/**
 * Serves HTTP on the loopback address, which other machines can't reach. `port` 0: any that is free. The error
 * says why nobody can listen there.
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
