import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type Socket } from 'node:net'
import * as v from 'valibot'

export interface ConnectProxy {
  readonly origin: string
  /** The hosts that it was asked for, with their ports. */
  readonly asked: readonly string[]
  /** What came of each ask: its status. */
  readonly answered: number[]
  readonly close: () => void
}

export interface ConnectProxyOptions {
  /** As `user:password`; without it the proxy needs no login. */
  readonly login?: string
  /** The port of this machine that each host is at; without it there is no way to any. */
  readonly to?: number
}

/** A company's proxy: https://datatracker.ietf.org/doc/html/rfc9110#name-connect, with basic authentication. */
export async function openConnectProxy({ login, to }: ConnectProxyOptions = {}): Promise<ConnectProxy> {
  const asked: string[] = []
  const answered: number[] = []
  const wanted = login === undefined ? undefined : `Basic ${Buffer.from(login).toString('base64')}`
  const server = createServer()
  const say = (socket: Socket, status: number, more = ''): void => {
    answered.push(status)
    socket.write(`HTTP/1.1 ${status} .\r\n${more}\r\n`)
  }
  server.on('connect', ({ url = '', headers }, socket: Socket, head) => {
    asked.push(url)
    socket.on('error', () => socket.destroy())
    if (wanted !== undefined && headers['proxy-authorization'] !== wanted) {
      say(
        socket,
        407,
        'Proxy-Authenticate: Basic realm="company"\r\nContent-Length: 0\r\nConnection: close\r\n',
      )
      return socket.end()
    }
    if (to === undefined) {
      say(socket, 502)
      return socket.end()
    }
    const host = connect(to, '127.0.0.1', () => {
      say(socket, 200)
      host.write(head)
      host.pipe(socket).pipe(host)
    })
    host.on('error', () => socket.destroy())
    return socket
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = v.parse(v.object({ port: v.number() }), server.address())
  return { origin: `http://127.0.0.1:${port}`, asked, answered, close: () => server.close() }
}
