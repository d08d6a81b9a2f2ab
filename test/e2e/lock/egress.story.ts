import { spawn } from 'node:child_process'
import { Readable, Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import * as v from 'valibot'
import { vi } from 'vitest'
import { inProject } from '../../../build/project.mjs'
import { endProcess, exitOf } from '../../../build/session/end-process.mjs'
import { firstLineOf } from '../../../build/session/first-line.mjs'
import { type Page, pageOf } from '../../bench/browser/page.ts'
import { openPipe } from '../../bench/browser/pipe.ts'
import { test } from '../harness/at-the-door.ts'
import type { Door } from '../harness/door.ts'
import type { Session } from '../harness/kiosk.ts'
import { adminPin } from '../harness/provisioning.ts'
import { recordNetwork, type RecordedNetwork } from './egress/recorded-network.ts'
import { waysOut } from './egress/ways-out.ts'

const simulatorSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ origin: v.string(), appId: v.string(), appSecret: v.string(), roomIds: v.array(v.string()) }),
)

type AtEnd = (end: () => Promise<void>) => void

/** A small Feishu on the loopback of that network; gives an order for a panel of its first room. */
async function startFeishu(network: RecordedNetwork, atEnd: AtEnd) {
  const [command, ...args] = network.inside([
    process.execPath,
    '--import',
    'tsx',
    inProject('simulator/main.ts'),
  ])
  const simulator = spawn(command, args, { cwd: inProject(), stdio: ['ignore', 'pipe', 'inherit'] })
  atEnd(() => endProcess(simulator))
  const { origin, appId, appSecret, roomIds } = v.parse(simulatorSchema, await firstLineOf(simulator, 1))
  const config = { feishu: { origin, appId }, room: { id: roomIds[0] }, timeZone: 'Asia/Shanghai' }
  return { config, appSecret, adminPin }
}

async function provisionInside(network: RecordedNetwork, session: Session, door: Door, order: object) {
  const [command, ...args] = network.inside([session.program, 'provision', ...door.args], session.user)
  const child = spawn(command, args, { env: session.env, stdio: ['pipe', 'pipe', 'ignore'] })
  child.stdin.end(JSON.stringify(order))
  const [status, output] = await Promise.all([exitOf(child), text(child.stdout)])
  return { status, output }
}

/** An X server is found by a socket that belongs to a network. */
async function startDisplayInside(
  network: RecordedNetwork,
  { user }: Session,
  atEnd: AtEnd,
): Promise<string> {
  const settings = ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp', '-noreset']
  const [command, ...args] = network.inside(['Xvfb', ...settings], user)
  const server = spawn(command, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  atEnd(() => endProcess(server))
  return `:${await firstLineOf(server, 3)}`
}

/** The panel, driven only over two pipes: a driver would have a port. */
async function openPanel(
  network: RecordedNetwork,
  session: Session,
  door: Door,
  atEnd: AtEnd,
): Promise<Page> {
  const driven = ['--disable-gpu', '--log-level=3', '--test-type=webdriver', '--remote-debugging-pipe']
  const command = [session.program, ...door.args, ...driven]
  const [program, ...args] = network.inside(command, session.user)
  const child = spawn(program, args, {
    env: { ...session.env, DISPLAY: await startDisplayInside(network, session, atEnd) },
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  })
  atEnd(() => endProcess(child))
  const [, , , toBrowser, fromBrowser] = child.stdio
  if (!(toBrowser instanceof Writable) || !(fromBrowser instanceof Readable))
    throw new Error('A process without its pipes')
  return pageOf(openPipe(toBrowser, fromBrowser))
}

/** Longer than any way takes that is closed, ms. */
const patience = 3000

/**
 * Reserved names and addresses: https://www.rfc-editor.org/rfc/rfc6761,
 * https://www.rfc-editor.org/rfc/rfc5737
 */
const tryWay = (body: string, number: number, how: string): string => `Promise.race([
  (async (host, address) => { ${body} })('${how}-${number}.example', '203.0.113.${number + 1}').catch(() => {}),
  new Promise((done) => setTimeout(done, ${patience})),
])`

const patiently = { timeout: 60_000, interval: 100 }

/** What is asked of a page that is just left gets no answer, but an error. */
const isTrueOn = (page: Page, expression: string) => () =>
  page.evaluate(expression, v.boolean()).catch(() => false)

const untilLive = (page: Page) =>
  vi.waitUntil(isTrueOn(page, "document.documentElement.dataset.connection === 'live'"), patiently)

/** Where a way takes the page's own script with it, the page is loaded anew, and the next way waits for it. */
async function tryAll(page: Page, how: 'held' | 'unheld'): Promise<void> {
  for (const [number, [, body]] of waysOut.entries()) {
    // oxlint-disable no-await-in-loop -- one after the other
    await untilLive(page)
    await page.evaluate(tryWay(body, number, how), v.unknown()).catch((error: unknown) => {
      if (!/navigated|context/.test(String(error))) throw error
    })
    // oxlint-enable no-await-in-loop
  }
}

/** The page without its content security policy, as if an intruder had found a way round it. */
async function reloadWithoutPolicy(page: Page): Promise<void> {
  await page.send('Page.enable')
  await page.send('Page.setBypassCSP', { enabled: true })
  await page.evaluate('window.isFromBefore = true', v.unknown())
  await page.send('Page.reload')
  await vi.waitUntil(isTrueOn(page, 'window.isFromBefore === undefined'), patiently)
}

/** Each way is tried twice, one after the other, ms. */
const timeout = 300_000

test(
  'nothing leaves the tablet but calls of the calendar, whatever the page tries',
  { timeout },
  async ({ kiosk, door, onTestFinished, expect }) => {
    const network = await recordNetwork(kiosk.session.user)
    onTestFinished(network.stop)
    const order = await startFeishu(network, onTestFinished)
    const provisioned = await provisionInside(network, kiosk.session, door, order)
    expect(provisioned).toMatchObject({ status: 0 })
    const page = await openPanel(network, kiosk.session, door, onTestFinished)
    await tryAll(page, 'held')
    await reloadWithoutPolicy(page)
    await tryAll(page, 'unheld')
    await untilLive(page)
    expect(await page.evaluate('location.origin + location.pathname', v.string())).toBe('app://panel/')

    // A recorder that records no packet may be broken.
    const [command, ...args] = network.inside(['getent', 'ahostsv4', 'heard.example'])
    await exitOf(spawn(command, args, { stdio: 'ignore' }))
    const [ping, ...onPort] = network.inside(['bash', '-c', 'echo out >/dev/udp/203.0.113.200/9'])
    await exitOf(spawn(ping, onPort, { stdio: 'ignore' }))
    await expect.poll(network.recorded).toContain('udp 203.0.113.200 9')
    const named = network
      .recorded()
      .map((one) =>
        one.replace(/held-(\d+)\.example/, (_all, number: string) => `held: ${waysOut[Number(number)]?.[0]}`),
      )
    expect(named).toEqual(['name heard.example', 'udp 203.0.113.200 9'])
  },
)
