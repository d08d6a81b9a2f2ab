import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { startDisplay } from '../../../../../build/session/display.mjs'
import { ordinaryUser } from '../../../../../build/session/ordinary-user.mjs'
import { createXDisplay } from '../../../../../main/adapters/display/x11/x-display.ts'
import { seconds } from '../../../../../shared/time/time.ts'
import { at } from '../../../../support/builders.ts'
import { foreignClient, type ForeignClient, type ForeignWindow } from '../../../../support/foreign-client.ts'
import { createMemoryLog } from '../../../../support/memory/memory-log.ts'
import { createVirtualClock } from '../../../../support/virtual-clock.ts'

/** A real X server in memory: what is asked of it, and what it answers, is the protocol itself. */
let display: Awaited<ReturnType<typeof startDisplay>>
beforeAll(async () => void (display = await startDisplay(ordinaryUser())), 30_000)
afterAll(() => display.stop())

const wholeDisplay = { x: 0, y: 0, width: 1280, height: 800 }

async function aClient(): Promise<ForeignClient> {
  const client = await foreignClient(display.env.DISPLAY)
  onTestFinished(client.close)
  return client
}

/** The page's window on the display, as the kiosk has it. */
async function aPage(how: ForeignWindow = {}) {
  const page = await aClient()
  const window = await page.show({ ...wholeDisplay, height: 801 }, how)
  const clock = createVirtualClock(at('10:00'))
  const log = createMemoryLog()
  const { obstacle } = createXDisplay({
    name: display.env.DISPLAY,
    window,
    isBacklightOff: async () => false,
    clock,
    log,
  })
  return { page, window, clock, log, obstacle }
}

const run = (...[command = '', ...args]: readonly string[]): void => {
  const { status, stderr } = spawnSync(command, args, { env: { ...process.env, ...display.env } })
  if (status !== 0) expect.fail(String(stderr))
}

test('a page without an obstacle can be seen and touched', async () => {
  const { obstacle, log } = await aPage()
  expect(await obstacle()).toBeUndefined()
  expect(log.events()).toEqual([])
})

test.each<[name: string, x: number, how: ForeignWindow]>([
  ['all of it', 0, {}],
  ['its last column', 1279, {}],
  ['a part of it, by a window that no window manager knows', 900, { overrideRedirect: true }],
  ['a part of it, by a window that only catches touches', 300, { class: 'inputOnly' }],
])('another window over %s covers it', async (_name, x, how) => {
  const { obstacle } = await aPage()
  const other = await aClient()
  const cover = await other.show({ ...wholeDisplay, x }, how)
  expect(await obstacle()).toBe('covered')
  await other.hide(cover)
  expect(await obstacle()).toBeUndefined()
})

test('a window below it, beside it, not shown, or its own does not cover it', async () => {
  const { page, obstacle } = await aPage()
  const other = await aClient()
  const cover = await other.show(wholeDisplay)
  await other.lower(cover)
  await other.show({ ...wholeDisplay, x: 1280 })
  await other.show({ x: -200, y: -200, width: 200, height: 200 })
  await other.show(wholeDisplay, { isMapped: false })
  await page.show({ x: 10, y: 10, width: 100, height: 20 }, { overrideRedirect: true })
  expect(await obstacle()).toBeUndefined()
})

test('a window in a frame is covered by what lies over the frame, and gone with it', async () => {
  const manager = await aClient()
  const frame = await manager.show(wholeDisplay)
  const { obstacle } = await aPage({ parent: frame })
  expect(await obstacle()).toBeUndefined()
  const other = await aClient()
  const cover = await other.show({ x: 100, y: 100, width: 10, height: 10 })
  expect(await obstacle()).toBe('covered')
  await other.hide(cover)
  await manager.hide(frame)
  expect(await obstacle()).toBe('unmapped')
})

test('a window that another program takes off the display is not seen, nor one that is no more', async () => {
  const { page, window, obstacle } = await aPage()
  const other = await aClient()
  await other.hide(window)
  expect(await obstacle()).toBe('unmapped')
  page.close()
  expect(await obstacle()).toBe('unmapped')
})

test('a display whose screen saver is on is dark', async () => {
  const { obstacle } = await aPage()
  run('xset', 's', 'activate')
  expect(await obstacle()).toBe('dark')
  run('xset', 's', 'reset')
  expect(await obstacle()).toBeUndefined()
})

test('a display whose output is off is dark', async () => {
  const { obstacle } = await aPage()
  run('xrandr', '--fb', '1280x800', '--output', 'screen', '--off')
  expect(await obstacle()).toBe('dark')
  run('xrandr', '--output', 'screen', '--auto')
  expect(await obstacle()).toBeUndefined()
})

test('a server that another program keeps for itself is waited for no longer than 2 s, and asked again', async () => {
  const { obstacle, clock, log } = await aPage()
  expect(await obstacle()).toBeUndefined()
  const other = await aClient()
  await other.grab()
  for (const _ of [1, 2]) {
    const answer = obstacle()
    await clock.advance(seconds(2))
    expect(await answer).toBe('unasked')
  }
  expect(log.events()).toEqual(['display.silent'])
  await other.letGo()
  expect(await obstacle()).toBeUndefined()
})

test('a server that is not there is not waited for', async () => {
  const log = createMemoryLog()
  const { obstacle } = createXDisplay({
    name: ':4242',
    window: 1,
    isBacklightOff: async () => false,
    clock: createVirtualClock(at('10:00')),
    log,
  })
  expect(await obstacle()).toBe('unasked')
  expect(log.events()).toEqual(['display.silent'])
})
