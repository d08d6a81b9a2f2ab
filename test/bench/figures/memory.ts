import { setTimeout as delay } from 'node:timers/promises'
import * as v from 'valibot'
import { makeDoor } from '../../e2e/harness/door.ts'
import { openFeishu } from '../../e2e/harness/small-feishu.ts'
import { createDice } from '../../simulation/time/dice.ts'
import type { Bench } from '../bench.ts'
import { firstLive, firstMark } from '../browser/first-mark.ts'
import { pageOf } from '../browser/page.ts'
import type { Measured } from '../figure.ts'
import { heldBy } from '../processes/memory.ts'
import { chromiumKiosk } from '../program/chromium.ts'
import { servePanelPage } from '../program/page-server.ts'
import { comeBy } from '../soak/hands.ts'

/** Between two people at the door, and between two looks at the memory in the last tenth of the time, ms. */
const betweenPeople = 30_000
const sampleInterval = 5000

/**
 * The memory of all processes of the panel after ten minutes of a normal day: meetings, a reading now and
 * then, a visitor's touch every half a minute. Beside it, at the same time, the same Electron with an empty
 * window and Debian's Chromium with the panel's page: each has its own files, and all three share the
 * system's libraries.
 */
export async function memory(bench: Bench): Promise<readonly Measured[]> {
  const { kiosk, panel, empty, start, atEnd, watch } = bench
  const feishu = await openFeishu()
  atEnd(feishu.close)
  for (let hour = -2; hour < 6; hour++) feishu.book(feishu.at(60 * hour - 20), feishu.at(60 * hour + 20))
  const door = await makeDoor(kiosk)
  const { budget: _ample, ...configuration } = feishu.configuration
  await door.configure(configuration)
  const ours = await start([panel, ...door.args])
  const page = await pageOf(ours.pipe)
  await firstMark(page, firstLive)
  const snapshot = await page.evaluate(`panel.request('current')`, v.unknown())
  const served = await servePanelPage(snapshot)
  atEnd(served.close)
  const emptyWindow = await start([empty, `--user-data-dir=${kiosk.folder}/empty`])
  const chromium = await start(chromiumKiosk(served.url, `${kiosk.folder}/chromium`))

  const dice = createDice(1)
  const tally = { touched: {}, seen: {} }
  const begun = performance.now()
  const panelHeld: number[] = []
  const emptyHeld: number[] = []
  const chromiumHeld: number[] = []
  for (let at = sampleInterval; at <= 2 * watch; at += sampleInterval) {
    /* oxlint-disable no-await-in-loop -- one after the other */
    await delay(Math.max(begun + at - performance.now(), 0))
    if (at % betweenPeople === 0) await comeBy(page, dice, tally)
    /* oxlint-enable no-await-in-loop */
    if (at < 1.8 * watch) continue
    panelHeld.push(megabytesOf(ours.pid))
    emptyHeld.push(megabytesOf(emptyWindow.pid))
    chromiumHeld.push(megabytesOf(chromium.pid))
  }
  const row = { unit: 'MB', values: panelHeld }
  return [
    {
      ...row,
      figure: 'memory.electron',
      against: 'an empty window, same Electron',
      reference: emptyHeld,
      limit: { of: 'ratio', most: 1.15 },
    },
    {
      ...row,
      figure: 'memory.chromium',
      against: 'Chromium --kiosk on the panel’s page',
      reference: chromiumHeld,
      limit: { of: 'ratio', most: 1 },
    },
  ]
}

const megabytesOf = (pid: number): number => heldBy(pid).reduce((sum, { pss }) => sum + pss, 0) / 1000
