import type { Network } from '../../../engine/ports.ts'
import { asking, type CalendarCalls } from './calendar-calls.ts'
import { type Check, failed, fine, skipped } from './check.ts'

/**
 * Checks the way to the calendar's host. Behind a proxy the name is not looked up, because the proxy does
 * that.
 */
export const networkChecks = (calls: CalendarCalls | undefined, network: Network): readonly Check[] => [
  {
    name: 'proxy',
    needs: ['configuration'],
    look: asking(calls, async ({ configuration }) => {
      const proxy = await network.proxyFor(configuration.feishu.origin)
      if (proxy === undefined) return fine('none')
      const place = `${proxy.host}:${proxy.port}`
      return (await network.listens(proxy.host, proxy.port)) ? fine(place) : failed('proxyFailed', place)
    }),
  },
  {
    name: 'name',
    needs: ['proxy'],
    look: asking(calls, async ({ configuration }) => {
      const { origin } = configuration.feishu
      if ((await network.proxyFor(origin)) !== undefined) return skipped('the proxy looks it up')
      const host = new URL(origin).hostname.replace(/^\[|\]$/g, '')
      const addresses = await network.addressesOf(host)
      return addresses.ok ? fine(addresses.value.slice(0, 2).join(', ')) : failed('nameUnresolved', host)
    }),
  },
]
