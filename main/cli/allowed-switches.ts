import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { chromiumSwitches } from './chromium-switches.ts'
import { switches } from './usage.ts'

/** Makes Chromium log the keys of each TLS connection, like the switch `ssl-key-log-file`. */
const keyLog = 'SSLKEYLOGFILE'

/**
 * A file beside the program. Only a user who could also replace the program may write there: on a tablet
 * root.
 */
const permission = 'every-switch-allowed'

export interface Beginning {
  readonly args: readonly string[]
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
}

/** Why the program refuses these switches; undefined if it accepts them. */
export function switchRefusal(beginning: Beginning, program: string): string | undefined {
  const refused = refusedSwitches(beginning)
  const file = join(dirname(program), permission)
  if (refused.length === 0 || existsSync(file)) return undefined
  return `The panel is not started with ${refused.join(', ')}. Who tests it makes the empty file ${file} first.`
}

/**
 * The names of the switches that a packed program refuses: all except those that fit it to a tablet. No
 * switch, in this or a later Chromium, may open it to another program (a debugger's port, a log of the
 * network, a process without its sandbox).
 */
export function refusedSwitches({ args, environment, platform }: Beginning): readonly string[] {
  const allowed = new Set([...Object.keys(switches), ...chromiumSwitches])
  const names = args.flatMap((arg) => switchNameIn(arg, platform) ?? [])
  const refused = names.filter((name) => !allowed.has(name)).map((name) => `--${name}`)
  return environment[keyLog] ? [...refused, keyLog] : refused
}

/**
 * The name of a switch as Chromium reads it (base/command_line.cc): one dash is enough, and on Windows also a
 * slash, in capitals, too.
 */
function switchNameIn(arg: string, platform: NodeJS.Platform): string | undefined {
  const isWindows = platform === 'win32'
  const [, name] = (isWindows ? /^(?:--?|\/)([^=-][^=]*)/ : /^--?([^=-][^=]*)/).exec(arg) ?? []
  return isWindows ? name?.toLowerCase() : name
}
