import { setTimeout as delay } from 'node:timers/promises'
import { makeDoor } from '../../e2e/harness/door.ts'
import { openFeishu } from '../../e2e/harness/small-feishu.ts'
import type { Bench } from '../bench.ts'
import { firstLive, firstMark } from '../browser/first-mark.ts'
import { pageOf } from '../browser/page.ts'
import { paintsDuring } from '../browser/paints.ts'
import type { Measured } from '../figure.ts'
import { processorTimes, usedBetween } from '../processes/processor-time.ts'
import { chromiumKiosk } from '../program/chromium.ts'
import { servePollingPage } from '../program/page-server.ts'

const minute = 60_000
/** The page's clock ticks at each full minute; so long afterwards it may still be painting that, ms. */
const tick = 2000

/**
 * What a panel costs that hangs beside a free room: processor time of all its processes, minute by minute, while a kiosk
 * with a page that polls hangs beside it; and then what it paints.
 */
export async function idle(bench: Bench): Promise<readonly Measured[]> {
  const { kiosk, panel, start, atEnd, watch } = bench
  const feishu = await openFeishu()
  atEnd(feishu.close)
  const door = await makeDoor(kiosk)
  const { budget: _ample, ...configuration } = feishu.configuration
  await door.configure(configuration)
  const ours = await start([panel, ...door.args])
  const polling = await servePollingPage()
  atEnd(polling.close)
  const chromium = await start(chromiumKiosk(polling.url, `${kiosk.folder}/chromium`))
  await firstMark(await pageOf(ours.pipe), firstLive)
  // What a start leaves to do is none of this.
  await delay(minute)

  const [values, reference] = [[] as number[], [] as number[]]
  for (let left = Math.max(Math.round(watch / minute), 1); left > 0; left--) {
    const before = [processorTimes(ours.pid), processorTimes(chromium.pid)] as const
    // oxlint-disable-next-line no-await-in-loop -- minute after minute
    await delay(minute)
    values.push((100 * usedBetween(before[0], processorTimes(ours.pid))) / 60)
    reference.push((100 * usedBetween(before[1], processorTimes(chromium.pid))) / 60)
  }
  const [paints, pollingPaints] = await Promise.all(
    [ours, chromium].map(({ pipe }) => paintsDuring(pipe, 2 * minute)),
  )
  const against = 'Chromium --kiosk on a page that polls every 15 s'
  return [
    {
      figure: 'idle.processor',
      unit: '% of a core',
      values,
      against,
      reference,
      limit: { of: 'median', most: 0.5 },
    },
    {
      figure: 'idle.paints',
      unit: 'in 2 min, between ticks',
      values: [betweenTicks(paints)],
      against,
      reference: [betweenTicks(pollingPaints)],
      limit: { of: 'median', most: 0 },
    },
  ]
}

const betweenTicks = (paints: readonly number[] = []): number =>
  paints.filter((moment) => moment % minute > tick).length
