import { expect, test } from 'vitest'
import { parseHubConfiguration } from '../../../hub/config/hub-configuration.ts'
import { policyIn, roomConfiguration } from '../../../hub/config/room-configuration.ts'
import { hours, minutes } from '../../../shared/time/time.ts'

const parsed = parseHubConfiguration({
  feishu: { origin: 'https://open.feishu.cn', appId: 'cli_a1b2c3d4e5f60718' },
  appSecretFile: '/run/app-secret',
  broker: { url: 'mqtts://broker.example', admin: { username: 'hub', passwordFile: '/run/broker' } },
  database: { url: 'postgresql:///room_panel' },
  budget: { callsPerMonth: 400_000 },
  checkIn: { mode: 'auto', graceMinutes: 15 },
  privacy: { showTitle: false },
})
const hub = parsed.ok ? parsed.value : expect.fail('the configuration of this test')

test.each([
  [1, 400_000],
  [20, 400_000],
  [40, 200_000],
  [343, 23_324],
  [10_000, 800],
])('of %d rooms each has a twentieth of each call: %d calls a month', (count, callsPerMonth) => {
  expect(roomConfiguration(hub, 'omm_1', count).budget).toEqual({ callsPerMonth })
})

test('a room in the hub goes by IT’s rules, and asks nobody to check in', () => {
  const room = roomConfiguration(hub, 'omm_1', 1)
  expect(room).toMatchObject({
    room: { id: 'omm_1' },
    privacy: { showTitle: false },
    checkIn: { mode: 'off' },
  })
  expect(Object.keys(room)).not.toEqual(expect.arrayContaining(['broker']))
})

test('a store app is asked for no titles, which Feishu gives to no store app, and its keys stay with the hub', () => {
  const storeApp = {
    tenantKey: '1f2e3d4c5b6a7980',
    callback: { port: 9466 },
    encryptKeyFile: '/run/encrypt-key',
    verificationTokenFile: '/run/verification-token',
  }
  const shown = { ...hub, privacy: { ...hub.privacy, showTitle: true } }
  expect(roomConfiguration(shown, 'omm_1', 1).privacy).toEqual({ showTitle: true, showOrganizer: true })
  const room = roomConfiguration({ ...shown, feishu: { ...hub.feishu, storeApp } }, 'omm_1', 1)
  expect(room.privacy).toEqual({ showTitle: false, showOrganizer: true })
  expect(room.feishu).toEqual(hub.feishu)
})

test('the doors are told the rules about check-in as they are', () => {
  expect(policyIn(hub)).toEqual({
    mode: 'auto',
    opensBefore: minutes(5),
    grace: minutes(15),
    exemptFrom: hours(8),
    exempt: [],
  })
})
