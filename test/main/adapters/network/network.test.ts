import { createServer as createTlsServer } from 'node:https'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createFeishuProbe } from '../../../../engine/calendars/feishu/feishu-probe.ts'
import { createSystemClock } from '../../../../main/adapters/clock/system-clock.ts'
import { createHttp } from '../../../../main/adapters/network/fetch-http.ts'
import { createNetwork } from '../../../../main/adapters/network/network.ts'
import { proxyIn } from '../../../../main/adapters/network/proxy-rules.ts'
import { err } from '../../../../shared/result.ts'
import { createMemoryLog } from '../../../support/memory/memory-log.ts'
import { selfSigned } from '../../../support/self-signed.ts'

const clock = createSystemClock(20)
const network = createNetwork({ clock, resolveProxy: async () => 'DIRECT' })

/** The port of a server on this machine that runs until the test is over. */
async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  return isPort(address) ? address.port : expect.fail('no port')
}
const isPort = (address: string | AddressInfo | null): address is AddressInfo => typeof address === 'object'

/** A port without a listening server. */
async function deadPort(): Promise<number> {
  const server = createServer()
  const port = await listening(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}

const reach = (origin: string) =>
  createFeishuProbe({
    http: createHttp(fetch),
    clock,
    log: createMemoryLog(),
    random: Math.random,
    origin,
    appId: 'cli_a1b2c3d4e5f60718',
    roomId: 'omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9',
    readSecret: async () => err('missing'),
  }).reach()

test('a name of this machine has an address, and one that cannot be has none', async () => {
  expect(await network.addressesOf('127.0.0.1')).toEqual({ ok: true, value: ['127.0.0.1'] })
  expect(await network.addressesOf('localhost')).toMatchObject({ ok: true })
  expect(await network.addressesOf('no-such-host.invalid')).toMatchObject({ ok: false })
})

test('a port has a listening server, or none', async () => {
  expect(await network.listens('127.0.0.1', await listening(createServer()))).toBe(true)
  expect(await network.listens('127.0.0.1', await deadPort())).toBe(false)
  expect(await network.listens('no-such-host.invalid', 80)).toBe(false)
})

test.each([
  ['DIRECT', undefined],
  ['', undefined],
  ['PROXY proxy.example:3128', { host: 'proxy.example', port: 3128 }],
  ['PROXY proxy.example:3128; PROXY other.example:8080; DIRECT', { host: 'proxy.example', port: 3128 }],
  ['HTTPS proxy.example', { host: 'proxy.example', port: 443 }],
  ['SOCKS5 10.0.0.1:1080', { host: '10.0.0.1', port: 1080 }],
  ['PROXY [2001:db8::1]:3128', { host: '2001:db8::1', port: 3128 }],
])('the proxy in "%s"', async (rules, proxy) => {
  expect(proxyIn(rules)).toEqual(proxy)
  const asked = createNetwork({ clock, resolveProxy: async () => rules })
  expect(await asked.proxyFor('https://open.feishu.cn')).toEqual(proxy)
})

test('a refused port is told apart from an unknown name, an unknown certificate, and a host that breaks off', async () => {
  expect(await reach(`http://127.0.0.1:${await deadPort()}`)).toMatchObject({
    error: { code: 'unreachable', network: 'connectionRefused' },
  })
  expect(await reach('https://no-such-host.invalid')).toMatchObject({ error: { network: 'nameUnresolved' } })
  const tls = createTlsServer(selfSigned, (_, response) => response.end('{}'))
  expect(await reach(`https://127.0.0.1:${await listening(tls)}`)).toMatchObject({
    error: { network: 'tlsFailed' },
  })
  const rude = createServer((socket) => socket.destroy())
  expect(await reach(`http://127.0.0.1:${await listening(rude)}`)).toMatchObject({
    error: { network: 'connectionBroken' },
  })
  const plain = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
  expect(await reach(`https://127.0.0.1:${await listening(plain)}`)).toMatchObject({
    error: { network: 'tlsFailed' },
  })
})

test('a host that never answers is given up', async () => {
  const silent = createServer(() => undefined)
  expect(await reach(`http://127.0.0.1:${await listening(silent)}`)).toMatchObject({
    error: { network: 'timedOut' },
  })
})

test('any answer is one, and a portal that sends elsewhere is not the calendar', async () => {
  const missing = createServer((socket) => socket.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n'))
  expect(await reach(`http://127.0.0.1:${await listening(missing)}`)).toEqual({ ok: true, value: undefined })
  const portal = createServer((socket) =>
    socket.end('HTTP/1.1 302 Found\r\nLocation: http://portal.invalid/\r\nContent-Length: 0\r\n\r\n'),
  )
  expect(await reach(`http://127.0.0.1:${await listening(portal)}`)).toMatchObject({
    error: { network: 'foreignAnswer' },
  })
})
