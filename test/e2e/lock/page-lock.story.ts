import { test } from '../harness/at-the-door.ts'
import type { Door } from '../harness/door.ts'

const events = (door: Door): readonly string[] => door.log().map(({ event }) => event)

test('the page can’t be led anywhere else', async ({ door, expect }) => {
  const panel = await door.open()
  await panel.evaluate('location.href = "https://example.com/"')
  await expect.poll(() => events(door)).toContain('page.navigation-denied')
  expect(await panel.evaluate('return location.href')).toBe('app://panel/')
})

test('the page covers the whole screen, where no window manager helps it', async ({ door, expect }) => {
  const panel = await door.open()
  await panel.waitFor({ connection: 'live' })
  expect(await panel.evaluate('return innerWidth >= screen.width && innerHeight >= screen.height')).toBe(true)
})

test('the page opens no window', async ({ door, expect }) => {
  const panel = await door.open()
  expect(await panel.evaluate('return window.open("https://example.com/") === null')).toBe(true)
  expect(events(door)).toContain('page.window-denied')
})

test('the page can’t reach any host by itself', async ({ feishu, door, expect }) => {
  const panel = await door.open()
  await panel.waitFor({ connection: 'live' })
  const { origin } = feishu.configuration.feishu
  expect(await panel.evaluate(`return fetch("${origin}/").then(() => "reached", String)`)).toContain(
    'TypeError',
  )
  expect(await panel.evaluate('return [typeof require, typeof process]')).toEqual(['undefined', 'undefined'])
})

test.for([
  ['with another input', 'request("endMeeting", {})', 'Request endMeeting refused: input'],
  ['that the contract does not have', 'request("quit")', "No handler registered for 'panel:quit'"],
] as const)('a request %s is refused', async ([, request, sentence], { door, expect }) => {
  const panel = await door.open()
  expect(await panel.evaluate(`return panel.${request}.then(() => "taken", String)`)).toContain(sentence)
})
