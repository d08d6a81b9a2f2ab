import { once } from 'node:events'
import { createServer } from 'node:net'

/**
 * Below the ports that Linux gives to those who ask for any (`net.ipv4.ip_local_port_range` begins at 32768), so that no
 * connection takes one between this question and the server's start; and to each of Vitest's workers its own.
 */
const ports = { from: 20_000, each: 1000 }

/** A TCP port of this machine on which no program listens. */
export async function freePort(): Promise<number> {
  const worker = Number(process.env['VITEST_POOL_ID'] ?? 0)
  const port = ports.from + worker * ports.each + Math.floor(Math.random() * ports.each)
  return (await isFree(port)) ? port : freePort()
}

/** Whether a program could listen on this port of the loopback address now. Rejects for any reason but a taken port. */
export async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1')
  // `once` rejects at an error, whatever event it waits for.
  const listens = await once(server, 'listening').then(
    () => true,
    (error: unknown) => {
      if (!isPortTaken(error)) throw error
      return false
    },
  )
  if (!listens) return false
  server.close()
  await once(server, 'close')
  return true
}

const isPortTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
