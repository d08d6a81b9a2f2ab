import { text } from 'node:stream/consumers'
import { app } from 'electron'
import { readConfiguration } from '../adapters/configuration-file.ts'
import { readStatus, statusFileIn } from '../adapters/status-file.ts'
import { tabletIdentity } from '../adapters/tablet-identity.ts'
import type { CommandLine } from '../cli/command-line.ts'
import { holdFolder, isPanelRunning } from './one-panel.ts'
import { callsIn, journalIn, orderParts, type Outside, patientIn, placesOf } from './outside.ts'

/** The commands for IT. Each loads what only it needs, and ends the program with its exit code. */

export async function runProvision(outside: Outside, options: CommandLine): Promise<void> {
  const { provision } = await import('../cli/provision.ts')
  app.exit(await provision(await text(process.stdin), { ...orderParts(outside, options), say }))
}

export async function runDoctor(outside: Outside, options: CommandLine): Promise<void> {
  const { doctor } = await import('../cli/doctor.ts')
  const isThere = await isPanelRunning()
  const calls = await callsIn(app.getPath('userData'), outside)
  const patient = await patientIn(outside, await readConfiguration(placesOf(options)), isThere, calls)
  app.exit(await doctor({ ...patient, asJson: options.json === true, say }))
}

export async function runStatus(outside: Outside, options: CommandLine): Promise<void> {
  const { status } = await import('../cli/status.ts')
  const folder = app.getPath('userData')
  const shown = await readStatus(statusFileIn(folder))
  const configuration = await readConfiguration(placesOf(options))
  const { shareOf } = await callsIn(folder, outside)
  const tablet = tabletIdentity()
  const parts = {
    tablet,
    isRunning: await isPanelRunning(),
    shown,
    journal: journalIn(folder),
    configuration,
  }
  app.exit(await status({ ...parts, shareOf, asJson: options.json === true, say }))
}

export async function runClearSeriesGuard(): Promise<void> {
  const { clearSeriesGuard } = await import('../cli/clear-series-guard.ts')
  const journal = journalIn(app.getPath('userData'))
  // No panel begins meanwhile, which would have read the journal as it was.
  const held = await holdFolder()
  app.exit(await clearSeriesGuard({ isRunning: held.kind !== 'mine', journal, say }))
}

export async function runFleetPlan(_outside: Outside, { fleet }: CommandLine): Promise<void> {
  if (fleet === undefined) return app.exit(2)
  const { planFleet } = await import('../cli/fleet/plan.ts')
  app.exit(await planFleet({ ...fleet, readInput: () => text(process.stdin), say }))
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)
