import axe from 'axe-core'
import * as v from 'valibot'
import { expect, test, vi } from 'vitest'
import { bundleConsole, pageInClone } from '../../../build/hub/console-page.mjs'
import { freePort } from '../../../build/services/free-port.ts'
import { minutes, seconds } from '../../../shared/time/time.ts'
import { realTime } from '../../../simulator/real-time.ts'
import { startChromium } from '../console/chromium.ts'
import { aSite } from './a-site.ts'

test('IT sees in a browser what each door shows, and what becomes of it', async ({ onTestFinished }) => {
  const port = await freePort()
  const [site, chromium] = await Promise.all([
    aSite({ mode: 'off' }, { console: { port } }),
    startChromium(),
    bundleConsole(pageInClone),
  ])
  onTestFinished(site.remove, 20_000)
  onTestFinished(chromium.end)
  const { page } = chromium
  const from = Math.floor(realTime.now() / minutes(1)) * minutes(1)
  site.world.book(site.room, { from, to: from + minutes(60) })
  const [hub, door] = await Promise.all([site.hub('one'), site.realDoor('door-a')])
  const seen = (expression: string) => page.evaluate(expression, v.nullable(v.string()))
  const state = () => seen(`document.querySelector('.door .state')?.dataset.occupancy ?? null`)

  await vi.waitUntil(() => hub.events().includes('hub.started'), { timeout: seconds(90) })
  await page.send('Page.navigate', { url: `http://127.0.0.1:${port}/` })
  await expect.poll(state, { timeout: seconds(20), interval: 20 }).toBe('inUse')
  const name = () => seen(`document.querySelector('.name').textContent`)
  await expect.poll(name, { timeout: seconds(20), interval: 20 }).toBe(site.room.name)

  // WCAG, as of the doors' own page.
  await page.evaluate(`${axe.source}; 0`, v.number())
  const violations = 'axe.run().then(({ violations }) => violations.map(({ id }) => id))'
  expect(await page.evaluate(violations, v.array(v.string()))).toEqual([])

  await door.stop()
  const condition = () => seen(`document.querySelector('.door')?.dataset.condition ?? null`)
  await expect.poll(condition, { timeout: seconds(20), interval: 20 }).toBe('silent')
}, 180_000)
