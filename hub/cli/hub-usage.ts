import { orderKinds } from '../../shared/line/door-messages.ts'

/** Each command's usage and purpose, as `--help` prints them. */
const hubCommands = {
  run: ['room-panel-hub run', 'the hub itself, until it is told to end'],
  enrol: ['room-panel-hub enrol --room ROOM', 'a code with which one tablet becomes a door of this room'],
  unassign: ['room-panel-hub unassign DOOR', 'no release waits for this door any more, and its account goes'],
  rotate: [
    'room-panel-hub rotate DOOR',
    'the door gets another password at the broker; the old one works until it has it',
  ],
  doors: ['room-panel-hub doors', 'all doors, with their rooms'],
  doctor: ['room-panel-hub doctor', 'each thing that the hub needs: whether it works, or what to do'],
  status: ['room-panel-hub status', 'what each door shows, and how it is'],
  order: [
    `room-panel-hub order DOOR ${orderKinds.join('|')}`,
    'the door is to do this, within a minute or not at all; prints what it answers',
  ],
} as const

export type HubCommand = keyof typeof hubCommands

export const isHubCommand = (name: string): name is HubCommand => Object.hasOwn(hubCommands, name)

interface HubSwitch {
  /** Undefined for a switch without a value. */
  readonly value?: string
  /** The commands that accept the switch; all of them if left out. */
  readonly of?: readonly HubCommand[]
  readonly does: string
}

/** Where the configuration is if the command line names no other file. */
export const usualConfiguration = '/etc/room-panel-hub/config.json'

export const hubSwitches: ReadonlyMap<string, HubSwitch> = new Map(
  Object.entries<HubSwitch>({
    config: { value: 'FILE', does: `the configuration; ${usualConfiguration} if left out` },
    room: { value: 'ROOM', of: ['enrol'], does: 'the room’s id: omm_…' },
    out: {
      value: 'FILE',
      of: ['order'],
      does: 'where the picture goes: a file that is not there yet, or - for standard output; in this folder if left out',
    },
    json: { of: ['enrol', 'doctor', 'doors', 'status'], does: 'answer in JSON' },
    version: { does: 'the version' },
    help: { does: 'this text' },
  }),
)

/** The lines of `--help`. */
export const hubUsage = (): readonly string[] => [
  'Usage:',
  ...Object.values(hubCommands).flatMap(([form, does]) => [`  ${form}`, `      ${does}`]),
  'Switches:',
  ...[...hubSwitches].flatMap(([name, { value, does }]) => [
    `  --${value === undefined ? name : `${name} ${value}`}`,
    `      ${does}`,
  ]),
  'Exit status: 0, 1 (something failed), 2 (wrong use).',
]
