import { resolve } from 'node:path'
import { app } from 'electron'
import type { Log } from '../engine/ports.ts'
import { missingDisplay } from './adapters/display/display.ts'
import { linesTo } from './adapters/log/terminal.ts'
import { switchRefusal } from './cli/allowed-switches.ts'
import { type CommandLine, parseCommandLine } from './cli/command-line.ts'
import { type Command, usageOf } from './cli/usage.ts'
import { needsNoDisplay, runWithoutDisplay } from './cli/without-display.ts'
import { collectAtEnd } from './composition/collect-at-end.ts'
import { holdFolder } from './composition/one-panel.ts'
import { makeOutside, type Outside } from './composition/outside.ts'
import {
  runClearSeriesGuard,
  runDoctor,
  runFleetPlan,
  runHealth,
  runProvision,
  runRotate,
  runStatus,
} from './composition/run-commands.ts'
import { runPanel } from './composition/run-panel.ts'
import { registerPageScheme } from './window/app-page.ts'
import { silenceChromium } from './window/cut-off.ts'

/** The program's entry point. `composition/` puts the program together, and only there adapters are made. */

// Electron becomes ready only after this file has run to its end.
await begin(process.argv.slice(app.isPackaged ? 1 : 2))

async function begin(args: readonly string[]): Promise<void> {
  collectAtEnd()
  const commandLine = parseCommandLine(args)
  if (!commandLine.ok) return leave(2, `${commandLine.error} room-panel --help says what there is.`)
  const { env: environment, platform, execPath } = process
  const refusal = app.isPackaged ? switchRefusal({ args, environment, platform }, execPath) : undefined
  if (refusal !== undefined) return leave(2, refusal)
  const options = commandLine.value
  if (options.command === 'help') return tell(usageOf(options.of))
  if (options.command === 'version')
    return tell([`room-panel ${app.getVersion()}, Electron ${process.versions.electron}`])
  if (options.command !== 'panel' && !needsNoDisplay(args))
    process.exit(runWithoutDisplay(process.argv.slice(1)))
  app.setName('room-panel')
  if (options.userData !== undefined) app.setPath('userData', resolve(options.userData))
  const held = options.command === 'panel' ? await holdFolder() : undefined
  if (held?.kind === 'another')
    return leave(1, `A panel with the folder ${app.getPath('userData')} is running already.`)
  const noDisplay = options.command === 'panel' ? missingDisplay(process.env) : undefined
  if (noDisplay !== undefined) return leave(1, noDisplay)
  registerPageScheme()
  silenceChromium()
  // Requests would share one connection in spite of `Connection: close`, and then Chromium repeats them (fetch-http.ts).
  for (const protocol of ['http2', 'quic']) app.commandLine.appendSwitch(`disable-${protocol}`)
  // Saves a process, which has no sandbox of its own on Linux (docs/performance.md, "Kept").
  app.commandLine.appendSwitch('enable-features', 'NetworkServiceInProcess2')
  const outside = makeOutside(options)
  endOnDefect(outside.log, options.command)
  // An unsure lock must not keep the door dark. Where systemd starts the panel, there is no second one.
  if (held?.kind === 'unsure') outside.log.warn('folder.not-held', { cause: held.cause })
  // Not awaited, because Electron becomes ready only after this file has run.
  void app.whenReady().then(() => run[options.command](outside, options))
}

const run: Readonly<Record<Command, (outside: Outside, options: CommandLine) => Promise<void>>> = {
  panel: runPanel,
  provision: runProvision,
  rotate: runRotate,
  doctor: runDoctor,
  status: runStatus,
  health: runHealth,
  'clear-series-guard': runClearSeriesGuard,
  fleet: runFleetPlan,
}

function leave(status: number, sentence: string): void {
  linesTo(process.stderr)(sentence)
  app.exit(status)
}

function tell(lines: readonly string[]): void {
  lines.forEach(linesTo(process.stdout))
  app.exit(0)
}

/**
 * Handles an uncaught error, a defect of ours. The screen may no longer follow the panel's state, so the
 * program restarts, without a dialog. A program that has just started does not restart, to avoid an endless
 * loop.
 */
function endOnDefect(log: Log, command: Command): void {
  const giveUp = (cause: unknown): void => {
    log.error('gave-up', { command, cause })
    if (command === 'panel' && process.uptime() > 60) app.relaunch()
    app.exit(1)
  }
  process.on('uncaughtException', giveUp)
  process.on('unhandledRejection', giveUp)
}
