import { makeDoor } from '../../e2e/harness/door.ts'
import { openFeishu } from '../../e2e/harness/small-feishu.ts'
import type { Bench } from '../bench.ts'
import { firstLive, firstMark, firstTruth } from '../browser/first-mark.ts'
import { pageOf } from '../browser/page.ts'
import type { Limit, Measured } from '../figure.ts'
import { forgetFiles } from '../program/forget-files.ts'

/** From the start of the process until something is painted. */
interface Start {
  readonly command: readonly string[]
  /** The page leaves this mark when that is painted. */
  readonly mark: string
}

const limits: Readonly<Record<'coldStartOffline' | 'coldStartFresh', Limit>> = {
  coldStartOffline: { of: 'ratio', most: 1.15 },
  coldStartFresh: { of: 'ratio', most: 1.3 },
}

/**
 * Process start → what is true without a network is painted, and process start → what was just read is painted; in turn with
 * a window in the same Electron that shows one word. With the files in the system's cache, as after a crash, and without, as
 * after power came back.
 */
export async function coldStart(bench: Bench): Promise<readonly Measured[]> {
  const starts = await prepare(bench)
  const warm = await measure(bench, starts, async () => {})
  if (!bench.alsoCold) return named('warm', warm)
  return [...named('warm', warm), ...named('cold', await measure(bench, starts, forgetFiles))]
}

type Starts = Readonly<Record<'empty' | keyof typeof limits, Start>>
type Times = Readonly<Record<keyof Starts, readonly number[]>>

/** Two doors that have both shown something before; the calendar of the one is gone since then. */
async function prepare({ kiosk, panel, empty, atEnd, ...bench }: Bench): Promise<Starts> {
  const doorOf = async (): Promise<{ command: readonly string[]; loseNetwork: () => Promise<void> }> => {
    const feishu = await openFeishu()
    atEnd(feishu.close)
    feishu.book(feishu.at(-10), feishu.at(180), { organizer: 'Lin Xiaoyu' })
    feishu.book(feishu.at(200), feishu.at(240), { organizer: 'Sato Yui' })
    const door = await makeDoor(kiosk)
    await door.configure(feishu.configuration)
    const command = [panel, ...door.args]
    await timeOf(bench, { command, mark: firstLive })
    return { command, loseNetwork: feishu.close }
  }
  const [offline, online] = await Promise.all([doorOf(), doorOf()])
  await offline.loseNetwork()
  return {
    empty: {
      command: [empty, `--user-data-dir=${kiosk.folder}/empty`],
      mark: 'painted.empty',
    },
    coldStartOffline: { command: offline.command, mark: firstTruth },
    coldStartFresh: { command: online.command, mark: firstLive },
  }
}

async function timeOf({ start }: Pick<Bench, 'start'>, { command, mark }: Start): Promise<number> {
  const browser = await start(command)
  const at = await firstMark(await pageOf(browser.pipe), mark)
  await browser.stop()
  return at - browser.begun
}

async function measure(bench: Bench, starts: Starts, before: () => Promise<void>): Promise<Times> {
  const times = { empty: [] as number[], coldStartOffline: [] as number[], coldStartFresh: [] as number[] }
  for (let run = 0; run < bench.runs; run++) {
    for (const name of ['empty', 'coldStartOffline', 'coldStartFresh'] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, in turn
      await before()
      // oxlint-disable-next-line no-await-in-loop -- the same
      times[name].push(await timeOf(bench, starts[name]))
    }
  }
  return times
}

const named = (cache: string, { empty, ...times }: Times): readonly Measured[] =>
  (['coldStartOffline', 'coldStartFresh'] as const).map((name) => ({
    figure: `${name}.${cache}`,
    unit: 'ms',
    values: times[name],
    against: 'an empty window, same Electron',
    reference: empty,
    limit: limits[name],
  }))
