import { expect, test } from 'vitest'
import { parseCommandLine } from '../../main/cli/command-line.ts'

test.each([
  [[], { command: 'panel' }],
  [['--config', '/f', '--user-data-dir', '/d'], { command: 'panel', config: '/f', userData: '/d' }],
  [
    ['--config=/f', '--user-data-dir=/d', '--remote-debugging-port=0', '--no-first-run', 'data:,'],
    { command: 'panel', config: '/f', userData: '/d' },
  ],
  [['--demo'], { command: 'panel', demo: { speed: 1 } }],
  [['--demo', '--speed', '60'], { command: 'panel', demo: { speed: 60 } }],
  [
    ['--demo', '--screenshot', '/p.png', '--once'],
    { command: 'panel', demo: { speed: 1 }, picture: { file: '/p.png', once: true } },
  ],
  [['provision', '--config', '/f'], { command: 'provision', config: '/f' }],
  [['doctor'], { command: 'doctor' }],
  [['doctor', '--json'], { command: 'doctor', json: true }],
  [['status', '--json'], { command: 'status', json: true }],
  [['clear-series-guard'], { command: 'clear-series-guard' }],
  [
    ['fleet', 'plan', 'rooms.csv'],
    { command: 'fleet', fleet: { table: 'rooms.csv', folder: 'doors', withSecrets: false } },
  ],
  [
    ['fleet', 'plan', 'rooms.csv', '--out', '/d', '--with-secrets'],
    { command: 'fleet', fleet: { table: 'rooms.csv', folder: '/d', withSecrets: true } },
  ],
])('%o', (args, asked) => {
  expect(parseCommandLine(args)).toEqual({ ok: true, value: asked })
})

test.each([
  [['dance'], 'There is no command dance.'],
  [['--demo', '--speed', 'fast'], '--speed takes a number above 0, up to 10000.'],
  [['--config'], '--config takes a value.'],
  [['fleet'], 'It is: fleet plan ROOMS.csv.'],
  [['fleet', 'plan'], 'It is: fleet plan ROOMS.csv.'],
  [['fleet', 'plan', 'a.csv', 'b.csv'], 'It is: fleet plan ROOMS.csv.'],
  [['--once'], '--once goes with --screenshot.'],
  [['--demo', '--speed', '0'], '--speed takes a number above 0, up to 10000.'],
])('%o is wrong use', (args, sentence) => {
  expect(parseCommandLine(args)).toEqual({ ok: false, error: sentence })
})
