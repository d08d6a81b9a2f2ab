import { expect, test } from 'vitest'
import { parseHubCommandLine } from '../../../hub/cli/hub-command-line.ts'
import { hubUsage } from '../../../hub/cli/hub-usage.ts'

const usual = { config: '/etc/room-panel-hub/config.json', asJson: false }

test.for([
  ['doors', { ...usual, command: 'doors' }],
  ['doors --json', { ...usual, command: 'doors', asJson: true }],
  ['--config /c.json doors', { ...usual, command: 'doors', config: '/c.json' }],
  ['doctor --json', { ...usual, command: 'doctor', asJson: true }],
  ['run', { ...usual, command: 'run' }],
  ['status --json', { ...usual, command: 'status', asJson: true }],
  ['order door-1 restart', { ...usual, command: 'order', door: 'door-1', kind: 'restart' }],
  [
    'order door-1 picture --out p.jpg',
    { ...usual, command: 'order', door: 'door-1', kind: 'picture', out: 'p.jpg' },
  ],
  ['order door-1 picture --out -', { ...usual, command: 'order', door: 'door-1', kind: 'picture', out: '-' }],
  ['enrol --room omm_1', { ...usual, command: 'enrol', room: 'omm_1' }],
  ['enrol --room=omm_1 --json', { ...usual, command: 'enrol', room: 'omm_1', asJson: true }],
  ['unassign door-1', { ...usual, command: 'unassign', door: 'door-1' }],
  ['rotate door-1', { ...usual, command: 'rotate', door: 'door-1' }],
  ['', 'help'],
  ['help', 'help'],
  ['unassign --help', 'help'],
  ['--version', 'version'],
] as const)('“%s” is understood', ([line, asked]) => {
  expect(parseHubCommandLine(line.split(' ').filter(Boolean))).toEqual({ ok: true, value: asked })
})

test.for([
  ['dance', 'There is no command dance.'],
  ['toString', 'There is no command toString.'],
  ['doors --all', 'There is no switch --all.'],
  ['doors --constructor', 'There is no switch --constructor.'],
  ['doctor all', 'doctor takes no all.'],
  ['doors all', 'doors takes no all.'],
  ['doors --room omm_1', '--room is no switch of doors.'],
  ['doors --json=yes', '--json takes no value.'],
  ['doors --config', '--config takes a value.'],
  ['enrol --room --json', '--room takes a value.'],
  ['enrol', 'It is: enrol --room ROOM.'],
  ['order door-1', 'It is: order DOOR restart|picture|logs|doctor.'],
  ['order door-1 dance', 'It is: order DOOR restart|picture|logs|doctor.'],
  ['order door-1 restart now', 'It is: order DOOR restart|picture|logs|doctor.'],
  ['order door-1 logs --out p.jpg', '--out is for order DOOR picture.'],
  ['doors --out p.jpg', '--out is no switch of doors.'],
  ['unassign', 'It is: unassign DOOR.'],
  ['rotate', 'It is: rotate DOOR.'],
  ['unassign door-1 door-2', 'It is: unassign DOOR.'],
] as const)('“%s” is wrong use', ([line, sentence]) => {
  expect(parseHubCommandLine(line.split(' '))).toEqual({ ok: false, error: sentence })
})

test('the usage has each command and switch', () => {
  const usage = hubUsage().join('\n')
  for (const word of [
    'run',
    'enrol',
    'unassign',
    'doors',
    'status',
    'order',
    '--config FILE',
    '--room ROOM',
    '--json',
    '--version',
  ])
    expect(usage).toContain(word)
})
