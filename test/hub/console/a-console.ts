import { once } from 'node:events'
import { connect } from 'node:net'
import { expect } from 'vitest'
import type { DoorFeed } from '../../../hub/console/door-feed.ts'
import { type ConsoleParts, serveConsole } from '../../../hub/console/serve-console.ts'
import type { DoorNews } from '../../../shared/console/door-row.ts'
import { err, ok } from '../../../shared/result.ts'
import { at } from '../../support/builders.ts'
import { aDoorRow } from '../../support/hub/a-door-row.ts'
import { createMemoryLog } from '../../support/memory/memory-log.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'

const page = new Map([
  ['/', { type: 'text/html; charset=utf-8', body: Buffer.from('<p>') }],
  ['/assets/index.js', { type: 'text/javascript; charset=utf-8', body: Buffer.from('1') }],
])

/** What the door answers. */
const answers = {
  restart: err({ code: 'doorNeeded' as const }),
  picture: ok({ kind: 'picture' as const, jpeg: new Uint8Array([0xff, 0xd8, 0xff, 0xe0]) }),
  logs: ok({ kind: 'lines' as const, lines: ['a', 'b'] }),
  doctor: ok({ kind: 'restarting' as const }),
}

/** A console of one door over real HTTP, whose news the test tells. */
export async function aConsole(
  onTestFinished: (run: () => Promise<void>) => void,
  over: Partial<ConsoleParts> = {},
) {
  const listeners = new Set<(news: DoorNews) => void>()
  const news = (isWhole: boolean): DoorNews => ({
    now: at('10:00'),
    rows: [aDoorRow()],
    gone: [],
    isWhole,
    isBrokerConnected: true,
    isDatabaseUp: true,
  })
  const feed: DoorFeed = {
    all: async () => news(true),
    pulse: () => ({ ...news(false), rows: [] }),
    follow: (tell) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    look: async () => undefined,
    stop: () => listeners.clear(),
  }
  const log = createMemoryLog()
  const clock = createVirtualClock()
  const orders: string[] = []
  const parts: ConsoleParts = {
    feed,
    page,
    clock,
    log,
    proxyHeader: 'X-Forwarded-User',
    order: async (by, door, kind) => {
      orders.push(`${by} ${door} ${kind}`)
      return answers[kind]
    },
  }
  const served = await serveConsole({ ...parts, ...over }, { port: 0 })
  const serving = served.ok ? served.value : expect.fail('There is a free port')
  onTestFinished(serving.close)
  return {
    log,
    orders,
    clock,
    serving,
    tell: () => listeners.forEach((listener) => listener(news(false))),
    followers: () => listeners.size,
    ask: async (path: string, init: RequestInit = {}) => {
      const answer = await fetch(serving.url + path, init)
      const isJson = answer.headers.get('content-type') === 'application/json'
      const body: unknown = isJson ? await answer.json() : await answer.text()
      return { status: answer.status, headers: answer.headers, body }
    },
    /** The answer to this very text, which no client has made safe. */
    raw: async (text: string): Promise<string> => {
      const socket = connect(Number(new URL(serving.url).port), '127.0.0.1')
      let said = ''
      socket.setEncoding('utf8').on('data', (part: string) => void (said += part))
      socket.write(text)
      await once(socket, 'close')
      return said
    },
  }
}
