import { once } from 'node:events'
import { createServer } from 'node:net'

/**
 * Below the ports that Linux gives to those who ask for any (`net.ipv4.ip_local_port_range` begins at 32768), so that none is
 * taken between this question and the driver's start; and to each of Vitest's workers its own.
 */
const ports = { from: 20_000, each: 1000 }

/** A TCP port of this machine on which no program listens. */
export async function freePort(): Promise<number> {
  const worker = Number(process.env['VITEST_POOL_ID'] ?? 0)
  const port = ports.from + worker * ports.each + Math.floor(Math.random() * ports.each)
  return (await isFree(port)) ? port : freePort()
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer()
  const answer = Promise.race([
    once(server, 'listening').then(() => true),
    once(server, 'error').then(() => false),
  ])
  server.listen(port, '127.0.0.1')
  if (!(await answer)) return false
  server.close()
  await once(server, 'close')
  return true
}
