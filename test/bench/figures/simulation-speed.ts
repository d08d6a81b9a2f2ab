import { existsSync, readFileSync } from 'node:fs'
import { inProject } from '../../../build/project.mjs'
import { run } from '../../../build/run.mjs'
import type { Measured } from '../figure.ts'

const rounds = 3
/** So many that what V8 compiles at the beginning doesn't count for much: what is asked for is the speed of a million. */
const days = 20_000

/** How many days at a door `npm run simulate` lives in a second. */
export async function simulationSpeed(): Promise<readonly Measured[]> {
  const values: number[] = []
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  for (let round = 0; round < rounds; round++) values.push(await speedOfRound(1 + round * days))
  return [
    {
      figure: 'simulationSpeed',
      unit: 'panel-days/s',
      values,
      against: 'the figure in docs/performance.md',
      reference: [previousSpeed()],
      limit: { of: 'median', least: 300 },
    },
  ]
}

async function speedOfRound(seed: number): Promise<number> {
  const asked = ['--days', `${days}`, '--seed', `${seed}`, '--jobs', '2']
  const output = await run('npm', ['run', '--silent', 'simulate', '--', ...asked])
  const [, speed] = /: (\d+) a second$/m.exec(output) ?? []
  if (speed === undefined) throw new Error(`The simulation doesn't say how fast it was: ${output}`)
  return Number(speed)
}

/** Of the row in the last table; before there was one, 160 had been seen. */
function previousSpeed(): number {
  const file = inProject('docs', 'performance.md')
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const [, speed = '160'] = /^\| simulationSpeed \|[^|]*\|[^|]*\| ([\d.]+) \|/m.exec(text) ?? []
  return Number(speed)
}
