import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { chromiumSwitches } from './chromium-switches.ts'
import { switches } from './usage.ts'

/** Has Chromium write down the keys of each TLS connection, as a switch of the same purpose has. */
const keyLog = 'SSLKEYLOGFILE'

/** Beside the program, where only those write who could put another program in its place: on a tablet root. */
const permission = 'every-switch-allowed'

export interface Beginning {
  readonly args: readonly string[]
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
}

/** Why this program is not started so; nothing, if it is. */
export function switchRefusal(beginning: Beginning, program: string): string | undefined {
  const refused = refusedSwitches(beginning)
  const file = join(dirname(program), permission)
  if (refused.length === 0 || existsSync(file)) return undefined
  return `The panel is not started with ${refused.join(', ')}. Who tests it makes the empty file ${file} first.`
}

/**
 * What a packed program is not started with, by name: whatever switch does not fit it to a tablet, so that none opens it to
 * another program, now or in a later Chromium (a debugger's port, a log of the network, a process without its sandbox).
 */
export function refusedSwitches({ args, environment, platform }: Beginning): readonly string[] {
  const allowed = new Set([...Object.keys(switches), ...chromiumSwitches])
  const names = args.flatMap((arg) => switchNameIn(arg, platform) ?? [])
  const refused = names.filter((name) => !allowed.has(name)).map((name) => `--${name}`)
  return environment[keyLog] ? [...refused, keyLog] : refused
}

/** As Chromium reads it (base/command_line.cc): one dash does, and on Windows a slash, in capitals, too. */
function switchNameIn(arg: string, platform: NodeJS.Platform): string | undefined {
  const isWindows = platform === 'win32'
  const [, name] = (isWindows ? /^(?:--?|\/)([^=-][^=]*)/ : /^--?([^=-][^=]*)/).exec(arg) ?? []
  return isWindows ? name?.toLowerCase() : name
}
