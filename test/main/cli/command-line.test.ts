import { expect, test } from 'vitest'
import { parseCommandLine } from '../../../main/cli/command-line.ts'
import { usageOf } from '../../../main/cli/usage.ts'

test.each([
  [[], { command: 'panel' }],
  [['--config', '/f', '--user-data-dir', '/d'], { command: 'panel', config: '/f', userData: '/d' }],
  [
    ['--config=/f', '--test-type=webdriver', '--remote-debugging-port=0', '--no-first-run', 'data:,'],
    { command: 'panel', config: '/f' },
  ],
  [['--force-device-scale-factor=1.5', '--disable-gpu'], { command: 'panel' }],
  [['--demo'], { command: 'panel', demo: { speed: 1 } }],
  [['--demo', '--speed', '60'], { command: 'panel', demo: { speed: 60 } }],
  [
    ['--demo', '--screenshot', '/p.png', '--once'],
    { command: 'panel', demo: { speed: 1 }, picture: { file: '/p.png', once: true } },
  ],
  [['provision', '--config', '/f'], { command: 'provision', config: '/f' }],
  [['--config', '/f', 'provision'], { command: 'provision', config: '/f' }],
  [['--json', '--proxy-server=127.0.0.1:9', 'doctor'], { command: 'doctor', json: true }],
  [['status', '--json', '--ozone-platform=headless'], { command: 'status', json: true }],
  [['clear-series-guard'], { command: 'clear-series-guard' }],
  [
    ['doctor', '--screenshot', '/run/p.png', '--force-device-scale-factor=1.5'],
    { command: 'doctor', picture: { file: '/run/p.png', once: false } },
  ],
  [
    ['fleet', 'plan', 'rooms.csv'],
    { command: 'fleet', fleet: { table: 'rooms.csv', folder: 'doors', withSecrets: false } },
  ],
  [
    ['fleet', '--out', '/d', 'plan', '--with-secrets', 'rooms.csv'],
    { command: 'fleet', fleet: { table: 'rooms.csv', folder: '/d', withSecrets: true } },
  ],
  [['--help'], { command: 'help' }],
  [['help'], { command: 'help' }],
  [['help', 'doctor'], { command: 'help', of: 'doctor' }],
  [['doctor', '--help'], { command: 'help', of: 'doctor' }],
  [['--version'], { command: 'version' }],
])('%o', (args, asked) => {
  expect(parseCommandLine(args)).toEqual({ ok: true, value: asked })
})

test.each([
  [['dance'], 'There is no command dance.'],
  [['help', 'dance'], 'There is no command dance.'],
  [['--deom'], 'There is no switch --deom.'],
  [['doctor', '--jsno'], 'There is no switch --jsno.'],
  [['-x'], 'There is no switch -x.'],
  [['--remote-debugging-port=0'], 'There is no switch --remote-debugging-port.'],
  [['doctor', 'now'], 'doctor takes no now.'],
  [['doctor', '--with-secrets'], '--with-secrets is no switch of doctor.'],
  [['--json'], '--json is no switch of panel.'],
  [['status', '--json=yes'], '--json takes no value.'],
  [['--demo', '--speed', 'fast'], '--speed takes a number above 0, up to 10000.'],
  [['--config'], '--config takes a value.'],
  [['--config', '--demo'], '--config takes a value.'],
  [['fleet'], 'It is: fleet plan ROOMS.csv.'],
  [['fleet', 'plan'], 'It is: fleet plan ROOMS.csv.'],
  [['fleet', 'plan', 'a.csv', 'b.csv'], 'It is: fleet plan ROOMS.csv.'],
  [['--once'], '--once goes with --screenshot.'],
  [['--demo', '--speed', '0'], '--speed takes a number above 0, up to 10000.'],
])('%o is wrong use', (args, sentence) => {
  expect(parseCommandLine(args)).toEqual({ ok: false, error: sentence })
})

test('help says what there is, and of a command what belongs to it', () => {
  expect(usageOf().join('\n')).toMatch(/room-panel provision[^]*--version/)
  const ofDoctor = usageOf('doctor').join('\n')
  expect(ofDoctor).toContain('--json')
  expect(ofDoctor).not.toContain('--demo')
  for (const line of usageOf()) expect(line.length).toBeLessThanOrEqual(120)
})
