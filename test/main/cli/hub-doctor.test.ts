import * as v from 'valibot'
import { expect, test } from 'vitest'
import { passwordAccount } from '../../../engine/installation/door-secret.ts'
import type { LineHeard, LineProblem } from '../../../engine/line-probe.ts'
import { doctor } from '../../../main/cli/doctor.ts'
import { health } from '../../../main/cli/monitoring/health.ts'
import { status } from '../../../main/cli/status.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { englishAdvice, type FaultName } from '../../../shared/set-up/advice.ts'
import { minutes, plus } from '../../../shared/time/time.ts'
import { aShare } from '../../support/a-share.ts'
import { aHubDoor } from '../../support/line/a-hub-door.ts'
import { aView } from '../../support/line/messages.ts'
import { createMemoryJournal } from '../../support/memory/memory-journal.ts'
import { mondayAfternoon } from '../../support/virtual-clock.ts'
import { createTablet } from './a-tablet.ts'

const configuration = aHubDoor({ caFile: '/etc/room-panel/broker-ca.pem' })
const { hub, room } = configuration
const account = passwordAccount(hub)

const view = aView({ room: { id: room.id, name: 'Magnolia' }, readAt: plus(mondayAfternoon, -20_000) })

/** A tablet with a hub, on which all is well. */
function aHubTablet() {
  const tablet = createTablet()
  tablet.configuration = ok(configuration)
  tablet.vault.secrets.clear()
  tablet.vault.secrets.set(account, 'the password')
  const world = { ...tablet, heard: ok({ epoch: 3, view }) as Result<LineHeard, LineProblem>, connections: 0 }
  world.lineProbeFor = () => ({
    listen: async () => {
      world.connections += 1
      return world.heard
    },
  })
  return world
}

type HubTablet = ReturnType<typeof aHubTablet>

async function examined(tablet: HubTablet, asJson = false) {
  const lines: string[] = []
  const { shareOf: _, ...rest } = tablet
  const parts = { ...rest, probeFor: () => expect.fail('a door with a hub asks no calendar') }
  const exit = await doctor({ ...parts, asJson, say: (line) => lines.push(line) })
  return { exit, lines }
}

const well = [
  'program: ok, 0.1.0, Electron 45.4.1',
  'configuration: ok',
  'keyring: ok, without a PIN',
  'password: ok',
  'name: ok, 203.0.113.7, 203.0.113.8',
  'authority: ok, /etc/room-panel/broker-ca.pem',
  'broker: ok',
  'TLS: ok',
  'login: ok',
  'hub: ok, epoch 3',
  'clock: ok, as the calendar’s',
  'view: ok, Magnolia, 1 bookings, read 20 s ago',
  'disk: ok, 7654 MB free',
  'journal: ok, nothing kept yet',
  'series guard: ok, off',
  'panel: ok, free',
  'page: ok, last answered 2026-10-12T05:59:00.000Z',
  'budget: skipped: the hub makes the calls',
]

test('a door with a hub has a line for each thing on the way to it, by one connection, and no call to Feishu', async () => {
  const tablet = aHubTablet()
  expect(await examined(tablet)).toEqual({ exit: 0, lines: well })
  expect(tablet.connections).toBe(1)
  expect(tablet.probe.calls).toEqual([])
})

const failing = (code: LineProblem['code'], detail: string) => (tablet: HubTablet) =>
  void (tablet.heard = err({ code, detail }))

test.each<
  [
    what: string,
    spoil: (tablet: HubTablet) => void,
    line: string,
    fault: FaultName,
    blocked: readonly string[],
  ]
>([
  [
    'no password',
    ({ vault }) => vault.secrets.clear(),
    `password: passwordMissing (${hub.door} at ${hub.broker})`,
    'passwordMissing',
    ['broker', 'TLS', 'login', 'hub', 'clock', 'view'],
  ],
  [
    'a broker without an address',
    (tablet) => void (tablet.network = { ...tablet.network, addressesOf: async () => err('ENOTFOUND') }),
    'name: brokerUnreachable (broker.example)',
    'brokerUnreachable',
    ['broker', 'TLS', 'login', 'hub', 'clock', 'view'],
  ],
  [
    'an authority’s certificate that is not there',
    (tablet) => void (tablet.canRead = async () => err(Object.assign(new Error('none'), { code: 'ENOENT' }))),
    'authority: authorityUnreadable (/etc/room-panel/broker-ca.pem, ENOENT)',
    'authorityUnreadable',
    ['broker', 'TLS', 'login', 'hub', 'clock', 'view'],
  ],
  [
    'a broker behind a firewall',
    failing('unreachable', 'ETIMEDOUT'),
    'broker: brokerUnreachable (ETIMEDOUT)',
    'brokerUnreachable',
    ['TLS', 'login', 'hub', 'clock', 'view'],
  ],
  [
    'a certificate of somebody else',
    failing('notTrusted', 'SELF_SIGNED_CERT_IN_CHAIN'),
    'TLS: brokerNotTrusted (SELF_SIGNED_CERT_IN_CHAIN)',
    'brokerNotTrusted',
    ['login', 'hub', 'clock', 'view'],
  ],
  [
    'a door that was let go',
    failing('denied', 'Connection refused: Not authorized'),
    'login: brokerDenied (Connection refused: Not authorized)',
    'brokerDenied',
    ['hub', 'clock', 'view'],
  ],
  [
    'no hub',
    (tablet) => void (tablet.heard = ok({ view })),
    'hub: hubSilent',
    'hubSilent',
    ['clock', 'view'],
  ],
  [
    'a hub that says nothing of the room',
    (tablet) => void (tablet.heard = ok({ epoch: 3 })),
    'view: viewMissing',
    'viewMissing',
    [],
  ],
  [
    'another room',
    (tablet) => void (tablet.heard = ok({ epoch: 3, view: { ...view, room: { id: 'omm_2' } } })),
    'view: otherRoom (omm_2)',
    'otherRoom',
    [],
  ],
  [
    'a hub that reads no more',
    (tablet) =>
      void (tablet.heard = ok({ epoch: 3, view: { ...view, readAt: plus(mondayAfternoon, -minutes(40)) } })),
    'view: viewOld (Magnolia, 1 bookings, read 2400 s ago)',
    'viewOld',
    [],
  ],
])('%s: one line fails, and says what to do', async (_what, spoil, line, fault, blocked) => {
  const tablet = aHubTablet()
  spoil(tablet)
  const { exit, lines } = await examined(tablet)
  expect(exit).toBe(1)
  expect(lines.filter((one) => !/: (ok|skipped)/.test(one))).toEqual([`${line}. ${englishAdvice[fault]}`])
  const waiting = lines.filter((one) => one.includes(': skipped: needs ')).map((one) => one.split(':')[0])
  expect(waiting).toEqual(blocked)
})

test('a broker on this machine needs no TLS', async () => {
  const tablet = aHubTablet()
  tablet.configuration = ok(aHubDoor({ broker: 'mqtt://127.0.0.1:1883', door: hub.door }))
  tablet.vault.secrets.set(passwordAccount({ ...hub, broker: 'mqtt://127.0.0.1:1883' }), 'the password')
  expect((await examined(tablet)).lines).toContain('TLS: skipped: hub.broker is on this machine')
})

test('the same in JSON', async () => {
  const tablet = aHubTablet()
  failing('denied', 'Not authorized')(tablet)
  const { lines } = await examined(tablet, true)
  const told = v.parse(
    v.pipe(v.string(), v.parseJson(), v.object({ checks: v.array(v.unknown()) })),
    lines[0],
  )
  expect(told.checks).toContainEqual({
    name: 'login',
    state: 'failed',
    code: 'brokerDenied',
    detail: 'Not authorized',
    action: englishAdvice.brokerDenied,
  })
})

test('monitoring is told of the hub, and status and health of no calls', async () => {
  const { isRunning, word } = aHubTablet()
  const lines: string[] = []
  const parts = {
    isRunning,
    word,
    tablet: { name: 'tablet', code: 'K7M2QX' },
    configuration: ok(configuration),
    shareOf: aShare(1234),
    say: (line: string) => lines.push(line),
  }
  const installed = { panel: '0.1.0', electron: '45.4.1', package: undefined }
  expect(health({ ...parts, serial: undefined, installed })).toBe(0)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    ok: true,
    room: room.id,
    hub: { door: hub.door, broker: hub.broker },
    calls: null,
  })
  expect(await status({ ...parts, journal: createMemoryJournal(), asJson: false })).toBe(0)
  expect(lines.filter((line) => line.includes('calls this month'))).toEqual([])
})
