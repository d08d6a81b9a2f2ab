import { parseArgs } from 'node:util'
import { createClosing } from '../../build/session/closing.mjs'
import { openKiosk } from '../e2e/harness/kiosk.ts'
import { storeSecret } from '../e2e/harness/provisioning.ts'
import { type Bench, type Figure, starter } from './bench.ts'
import { type Row, rowOf } from './figure.ts'
import { coldStart } from './figures/cold-start.ts'
import { idle } from './figures/idle.ts'
import { memory } from './figures/memory.ts'
import { simulationSpeed } from './figures/simulation-speed.ts'
import { size } from './figures/size.ts'
import { soak } from './figures/soak.ts'
import { touch } from './figures/touch.ts'
import { machine } from './machine.ts'
import { emptyWindow } from './program/empty-window.ts'
import { canForgetFiles } from './program/forget-files.ts'
import { packedCopy } from './program/other-app.ts'
import { tableOf } from './report.ts'

/** `npm run bench`: what the panel costs, each figure in turn with what it is held against. Takes an hour and three quarters. */

const figures: Readonly<Record<string, Figure>> = {
  coldStart,
  memory,
  idle,
  touch,
  size,
  simulationSpeed,
  soak,
}

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    runs: { type: 'string', default: '20' },
    minutes: { type: 'string', default: '5' },
    days: { type: 'string', default: '30' },
  },
})
const print = (text: string): void => void process.stdout.write(`${text}\n`)
/** Beside what `--json` prints. */
const say = (line: string): void => void process.stderr.write(`${line}\n`)

async function main(): Promise<number> {
  const chosen = Object.entries(figures).filter(([name]) => name.startsWith(values.only))
  if (chosen.length === 0) {
    say(`There is no figure ${values.only}; there are ${Object.keys(figures).join(', ')}.`)
    return 2
  }
  say(machine())
  const rows: Row[] = []
  for (const [name, figure] of chosen) {
    say(`${name} …`)
    // oxlint-disable-next-line no-await-in-loop -- one after the other: they would disturb each other
    rows.push(...(await measured(figure)))
  }
  print(values.json ? JSON.stringify(rows, undefined, 2) : tableOf(rows))
  return rows.every(({ holds }) => holds) ? 0 : 1
}

/** Each figure has a tablet of its own. */
async function measured(figure: Figure): Promise<readonly Row[]> {
  const closing = createClosing()
  try {
    const kiosk = await openKiosk()
    closing.add(kiosk.close)
    await storeSecret(kiosk)
    const panel = await packedCopy()
    closing.add(panel.remove)
    const empty = await emptyWindow()
    closing.add(empty.remove)
    const start = starter(kiosk)
    const bench: Bench = {
      kiosk,
      panel: panel.path,
      empty: empty.path,
      runs: Number(values.runs),
      watch: Number(values.minutes) * 60_000,
      alsoCold: canForgetFiles(),
      days: Number(values.days),
      atEnd: closing.add,
      start: async (command) => {
        const browser = await start(command)
        closing.add(browser.stop)
        return browser
      },
    }
    return (await figure(bench)).map(rowOf)
  } finally {
    await closing.close()
  }
}

// The simulator's clock looks at the time for as long as its program lives.
process.exit(await main())
