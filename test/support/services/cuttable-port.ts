import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A port that leads to another one, until it is cut. */
export interface CuttablePort {
  readonly port: number
  /** Breaks all connections without a word, and takes no new ones until `mend`. */
  readonly cut: () => void
  readonly mend: () => void
  readonly close: () => Promise<void>
}

export async function openCuttablePort(to: number): Promise<CuttablePort> {
  const sockets = new Set<Socket>()
  let isCut = false
  const server = createServer((near) => {
    if (isCut) return void near.destroy()
    const far = connect(to, '127.0.0.1')
    near.pipe(far).pipe(near)
    for (const socket of [near, far]) {
      sockets.add(socket)
      // The other side's end is this one's, too; what has happened shows at the client.
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        sockets.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port')
  const cutAll = (): void => sockets.forEach((socket) => socket.resetAndDestroy())
  return {
    port: address.port,
    cut: () => {
      isCut = true
      cutAll()
    },
    mend: () => void (isCut = false),
    close: async () => {
      cutAll()
      const closed = once(server, 'close')
      server.close()
      await closed
    },
  }
}
