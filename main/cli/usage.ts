/** Each command's usage and purpose, as `--help` prints them. */
const commands = {
  panel: ['room-panel [--config FILE] [--user-data-dir DIR]', 'the panel'],
  provision: [
    'room-panel provision',
    'store {"config", "appSecret", "adminPin", "proxyLogin"} from standard input, if it works',
  ],
  rotate: [
    'room-panel rotate',
    'store another {"appSecret"}, {"adminPin"} or {"proxyLogin"} from standard input',
  ],
  doctor: ['room-panel doctor [--json] [--force]', 'each thing that a panel needs: ok, or what to do'],
  status: ['room-panel status [--json]', 'what the door shows, and why bookings were released or kept'],
  health: [
    'room-panel health',
    'one JSON object for monitoring; makes no call, exit status 1 if something is wrong',
  ],
  'clear-series-guard': [
    'room-panel clear-series-guard',
    'automatic release is on again (while the panel is stopped)',
  ],
  fleet: ['room-panel fleet plan ROOMS.csv', 'an order for provision for each door of a table'],
} as const

export type Command = keyof typeof commands

export const isCommand = (name: string): name is Command => Object.hasOwn(commands, name)

type Kind = 'text' | 'flag'

interface Switch {
  readonly kind: Kind
  /** The commands that accept the switch; all of them if left out. */
  readonly of?: readonly Command[]
  readonly value?: string
  readonly does: string
}

/** The panel's own switches. */
export const switches = {
  config: { kind: 'text', value: 'FILE', does: 'the configuration file' },
  'user-data-dir': { kind: 'text', value: 'DIR', does: 'where the panel keeps its own files' },
  demo: { kind: 'flag', of: ['panel'], does: 'a built-in calendar, and no credentials' },
  speed: { kind: 'text', of: ['panel'], value: 'N', does: 'with --demo: time passes N times as fast' },
  screenshot: { kind: 'text', of: ['panel'], value: 'FILE', does: 'keep a picture of the page there' },
  once: { kind: 'flag', of: ['panel'], does: 'with --screenshot: end after the first true picture' },
  json: { kind: 'flag', of: ['doctor', 'status'], does: 'answer in JSON' },
  force: {
    kind: 'flag',
    of: ['doctor'],
    does: 'ask the calendar even when the commands have had their part of its calls',
  },
  out: { kind: 'text', of: ['fleet'], value: 'DIR', does: 'where the orders go; doors if left out' },
  'with-secrets': {
    kind: 'flag',
    of: ['fleet'],
    does: 'put {"appSecret", "adminPin", "proxyLogin"} of standard input into each order',
  },
  encoding: {
    kind: 'text',
    of: ['fleet'],
    value: 'NAME',
    does: 'of the table; left out: UTF-8, UTF-16 or GB 18030, as its bytes show',
  },
  help: { kind: 'flag', does: 'this text, or that of a command' },
  version: { kind: 'flag', does: 'the version' },
} as const satisfies Readonly<Record<string, Switch>>

export type SwitchName = keyof typeof switches

export const isSwitch = (name: string): name is SwitchName => Object.hasOwn(switches, name)

/** On a tablet each command also gets the panel's own switches (/etc/default/room-panel). */
export const mayGoWith = (name: SwitchName, command: Command): boolean =>
  belongsTo(name, command) || belongsTo(name, 'panel')

function belongsTo(name: SwitchName, command: Command): boolean {
  const { of }: Switch = switches[name]
  return of === undefined || of.includes(command)
}

/** The lines of `--help`: all commands and switches, or those of one command. */
export function usageOf(one?: Command): readonly string[] {
  const shown = one === undefined ? Object.values(commands) : [commands[one]]
  const named = Object.entries<Switch>(switches).filter(
    ([name]) => one === undefined || (isSwitch(name) && belongsTo(name, one)),
  )
  return [
    'Usage:',
    ...shown.flatMap(([form, does]) => aligned(form, does)),
    'Switches:',
    ...named.flatMap(([name, { value, does }]) => aligned(`--${name}${value ? ` ${value}` : ''}`, does)),
    'Exit status: 0, 1 (something failed), 2 (wrong use). More: docs/operate.md, "Commands".',
  ]
}

const column = 26

const aligned = (left: string, right: string): readonly string[] =>
  left.length < column
    ? [`  ${left.padEnd(column)}${right}`]
    : [`  ${left}`, `  ${' '.repeat(column)}${right}`]
