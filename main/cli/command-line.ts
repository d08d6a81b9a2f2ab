import { parseArgs } from 'node:util'
import { err, ok, type Result } from '../../shared/result.ts'

const commands = ['panel', 'provision', 'doctor', 'status', 'clear-series-guard', 'fleet'] as const
export type Command = (typeof commands)[number]

/** What the program was asked to do. Switches that are not ours are Chromium's, and left to it (allowed-switches.ts). */
export interface CommandLine {
  readonly command: Command
  /** The configuration file, if it was named. */
  readonly config?: string
  /** The folder for everything that the panel keeps. */
  readonly userData?: string
  /** A built-in Feishu and no credentials; its time runs `speed` times as fast as ours. */
  readonly demo?: { readonly speed: number }
  /** Answers in JSON. */
  readonly json?: true
  /** Writes an order for each door in a table of rooms into a folder; `withSecrets`: with what comes on standard input. */
  readonly fleet?: { readonly table: string; readonly folder: string; readonly withSecrets: boolean }
  /** Keeps a picture of the page in a file; `once`: ends the program after the first true one. */
  readonly picture?: { readonly file: string; readonly once: boolean }
}

export const usage = `Usage:
  room-panel [--config FILE] [--user-data-dir DIR]     the panel
  room-panel --demo [--speed N]                        the panel with a built-in calendar
  room-panel provision [--config FILE]                 store {"config", "appSecret", "adminPin"} from standard input
  room-panel doctor [--json]                           each thing that a panel needs: ok, or what to do
  room-panel status [--json]                           what the door shows, and why bookings were released or kept
  room-panel clear-series-guard                        automatic release is on again (while the panel is stopped)
  room-panel fleet plan ROOMS.csv [--out DIR]          an order for provision per door; --with-secrets: with
    [--with-secrets]                                   {"appSecret", "adminPin"} from standard input in each
  --screenshot FILE [--once]                           keep a picture of the page (end after the first true one)`

const options = {
  config: { type: 'string' },
  'user-data-dir': { type: 'string' },
  demo: { type: 'boolean' },
  speed: { type: 'string' },
  screenshot: { type: 'string' },
  once: { type: 'boolean' },
  json: { type: 'boolean' },
  out: { type: 'string' },
  'with-secrets': { type: 'boolean' },
} as const

/** The names of the program's own switches. */
export const ownSwitches: readonly string[] = Object.keys(options)

/** Wrong use gives back the sentence that says so. */
export function parseCommandLine(args: readonly string[]): Result<CommandLine, string> {
  const { values, positionals } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options,
  })
  // A command comes first. A word further on is Chromium's: ChromeDriver ends its line with a page to open.
  const [first = ''] = args
  const name = first === '' || first.startsWith('-') ? 'panel' : first
  const command = commands.find((one) => one === name)
  if (command === undefined) return err(`There is no command ${name}.`)
  const bare = ['config', 'user-data-dir', 'screenshot', 'speed', 'out'].find((name) => values[name] === true)
  if (bare !== undefined) return err(`--${bare} takes a value.`)
  if (values.once === true && values.screenshot === undefined) return err('--once goes with --screenshot.')
  const [, task, table, ...more] = positionals
  if (command === 'fleet' && (task !== 'plan' || table === undefined || more.length > 0))
    return err('It is: fleet plan ROOMS.csv.')
  const speed = Number(values.speed ?? 1)
  if (!(speed > 0 && speed <= 10_000)) return err('--speed takes a number above 0, up to 10000.')
  const { config, 'user-data-dir': userData, screenshot, out = 'doors' } = values
  return ok({
    command,
    ...(typeof config === 'string' && { config }),
    ...(typeof userData === 'string' && { userData }),
    ...(values.json === true && { json: true }),
    ...(values.demo === true && { demo: { speed } }),
    ...(command === 'fleet' &&
      table !== undefined &&
      typeof out === 'string' && {
        fleet: { table, folder: out, withSecrets: values['with-secrets'] === true },
      }),
    ...(typeof screenshot === 'string' && { picture: { file: screenshot, once: values.once === true } }),
  })
}
