import { lookup } from 'node:dns/promises'
import { connect } from 'node:net'
import type { Clock, Network } from '../../../engine/ports.ts'
import { err, ok } from '../../../shared/result.ts'
import { seconds } from '../../../shared/time/time.ts'
import { proxyIn } from './proxy-rules.ts'

export interface NetworkOptions {
  readonly clock: Pick<Clock, 'after'>
  /** The proxies for a URL as a PAC script would give them: Electron's `session.resolveProxy`. */
  readonly resolveProxy: (url: string) => Promise<string>
}

const patience = seconds(5)

export const createNetwork = ({ clock, resolveProxy }: NetworkOptions): Network => ({
  async addressesOf(host) {
    try {
      const found = await lookup(host, { all: true })
      return ok(found.map(({ address }) => address))
    } catch (cause) {
      return err(cause)
    }
  },
  proxyFor: async (url) => proxyIn(await resolveProxy(url)),
  listens: (host, port) =>
    new Promise((resolve) => {
      const socket = connect({ host, port })
      const end = (isThere: boolean): void => {
        cancel()
        socket.destroy()
        resolve(isThere)
      }
      const cancel = clock.after(patience, () => end(false))
      socket.once('connect', () => end(true)).once('error', () => end(false))
    }),
})
