import { text } from 'node:stream/consumers'
import { app } from 'electron'
import type { CallCounter } from '../../engine/ports.ts'
import { commandsRestUntil } from '../../shared/budget/command-calls.ts'
import type { Instant } from '../../shared/time/time.ts'
import { readConfiguration } from '../adapters/configuration/configuration-file.ts'
import { readStatus, statusFilesIn } from '../adapters/disk/status-file.ts'
import { linesTo } from '../adapters/log/terminal.ts'
import { packageVersion, tabletSerial } from '../adapters/tablet/installation-facts.ts'
import { tabletIdentity } from '../adapters/tablet/tablet-identity.ts'
import type { CommandLine } from '../cli/command-line.ts'
import { holdFolder, isPanelRunning } from './one-panel.ts'
import {
  callsIn,
  commandCallsIn,
  journalIn,
  orderParts,
  type Outside,
  diagnosisInputIn,
  placesOf,
} from './outside.ts'

/** The commands for IT. Each loads what only it needs, and ends the program with its exit code. */

export async function runProvision(outside: Outside, options: CommandLine): Promise<void> {
  const { provision } = await import('../cli/provision.ts')
  const { counter } = await commandsCalls(outside)
  app.exit(await provision(await text(process.stdin), { ...orderParts(outside, options, counter), say }))
}

export async function runRotate(outside: Outside, options: CommandLine): Promise<void> {
  const { rotate } = await import('../cli/secrets/rotate.ts')
  const { counter } = await commandsCalls(outside)
  const parts = { ...orderParts(outside, options, counter), say }
  const configuration = await readConfiguration(placesOf(options))
  app.exit(await rotate(await text(process.stdin), { ...parts, configuration }))
}

export async function runDoctor(outside: Outside, options: CommandLine): Promise<void> {
  const { doctor } = await import('../cli/doctor.ts')
  const isThere = await isPanelRunning()
  const { counter, restUntil } = await commandsCalls(outside)
  const input = await diagnosisInputIn(outside, await readConfiguration(placesOf(options)), isThere, counter)
  const rest = options.force ? {} : { restUntil }
  app.exit(await doctor({ ...input, ...rest, asJson: options.json === true, say }))
}

export async function runStatus(outside: Outside, options: CommandLine): Promise<void> {
  const { status } = await import('../cli/status.ts')
  const journal = journalIn(app.getPath('userData'))
  app.exit(
    await status({ ...(await panelFacts(outside, options)), journal, asJson: options.json === true, say }),
  )
}

export async function runHealth(outside: Outside, options: CommandLine): Promise<void> {
  const { health } = await import('../cli/monitoring/health.ts')
  const installed = {
    panel: app.getVersion(),
    electron: process.versions.electron,
    package: await packageVersion(),
  }
  const serial = await tabletSerial()
  app.exit(health({ ...(await panelFacts(outside, options)), serial, installed, say }))
}

/** The facts about this tablet's panel that need no call to the calendar. */
async function panelFacts(outside: Outside, options: CommandLine) {
  const folder = app.getPath('userData')
  return {
    tablet: tabletIdentity(),
    isRunning: await isPanelRunning(),
    word: await readStatus(statusFilesIn(folder), outside.clock.wall()),
    configuration: await readConfiguration(placesOf(options)),
    shareOf: (await callsIn(folder, outside)).shareOf,
  }
}

export async function runClearSeriesGuard(): Promise<void> {
  const { clearSeriesGuard } = await import('../cli/clear-series-guard.ts')
  const journal = journalIn(app.getPath('userData'))
  // The lock keeps a panel from starting meanwhile and reading the unchanged journal.
  const held = await holdFolder()
  app.exit(await clearSeriesGuard({ isRunning: held.kind !== 'mine', journal, say }))
}

export async function runFleetPlan(_outside: Outside, { fleet }: CommandLine): Promise<void> {
  if (fleet === undefined) return app.exit(2)
  const { planFleet } = await import('../cli/fleet/plan.ts')
  app.exit(await planFleet({ ...fleet, readInput: () => text(process.stdin), say }))
}

/**
 * The counter of the commands' calls, which count beside the panel's own and have a limited part of the
 * month's calls.
 */
async function commandsCalls(outside: Outside): Promise<{
  readonly counter: CallCounter
  readonly restUntil: (callsPerMonth: number) => Instant | undefined
}> {
  const folder = app.getPath('userData')
  const { count, timesIn } = commandCallsIn(folder, outside)
  const { shareOf } = await callsIn(folder, outside)
  const { now } = outside.clock
  return {
    counter: { count, shareOf },
    restUntil: (callsPerMonth) => commandsRestUntil(timesIn(now()), callsPerMonth, now()),
  }
}

const say = linesTo(process.stdout)
