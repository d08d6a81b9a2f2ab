import { expect, test } from 'vitest'
import { lineCalendars } from '../../engine/calendars/line/line-for.ts'
import { keptPasswords, passwordAccount } from '../../engine/installation/door-secret.ts'
import { tellDesired } from '../../hub/desired/tell-desired.ts'
import { offerPassword } from '../../hub/enrolment/rotation.ts'
import { parseMessage } from '../../shared/line/codec.ts'
import { doorRights } from '../../shared/line/topics.ts'
import { ok } from '../../shared/result.ts'
import { seconds } from '../../shared/time/time.ts'
import { at } from '../support/builders.ts'
import { aHubDoor } from '../support/line/a-hub-door.ts'
import { lineTo } from '../support/line/line-door.ts'
import { createMemoryHubStore } from '../support/memory/hub/memory-hub-store.ts'
import { createMemoryBroker } from '../support/memory/memory-broker.ts'
import { createMemoryLog } from '../support/memory/memory-log.ts'
import { createMemoryVault } from '../support/memory/memory-vault.ts'
import { createVirtualClock } from '../support/virtual-clock.ts'

const { hub: place, room } = aHubDoor({ door: 'door-a' })
const present = passwordAccount(place)

/** A door on the line of a hub that leads, as far as its password goes. */
async function aDoorWithAPassword() {
  const clock = createVirtualClock(at('10:05'))
  const [broker, store, vault, log] = [
    createMemoryBroker(clock),
    createMemoryHubStore(clock),
    createMemoryVault(),
    createMemoryLog(),
  ]
  await store.doors.addCode('door-a', room.id, seconds(60))
  await store.doors.redeemCode('door-a', 'door-a')
  broker.accounts.set('door-a', { password: 'the first', ...doorRights('door-a') })
  vault.secrets.set(present, 'the first')
  const setPassword = async (door: string, password: string) => {
    broker.accounts.set(door, { password, ...doorRights(door) })
    broker.breakOff(door)
    return ok(undefined)
  }
  const listed = async () => {
    const doors = await store.doors.list()
    return doors.ok ? doors.value : []
  }
  let hubs = 0
  /** A hub that begins to lead; returns the function with which it looks at its doors. */
  const aHub = async () => {
    const line = lineTo(broker, clock, `hub-${(hubs += 1)}`)
    const desired = tellDesired({ line, log, store, broker: { setPassword } })
    await clock.advance(0)
    const look = async () => desired.look(await listed())
    return { ...desired, look }
  }
  /** The program at the door begins. */
  const start = async () => {
    const line = lineCalendars({
      clock,
      log,
      session: `run-${clock.elapsed()}`,
      version: '0.1.0',
      random: () => 0.9,
      newId: () => 'unused',
      brokerFor: (_hub, client) => broker.client({ ...client, url: 'mqtt://memory' }),
      keptPasswords: keptPasswords(vault),
    })
    const { itDesk } = line.calendarFor({ hub: place, room }, () => vault.read(present))
    itDesk?.report({ occupancy: 'free' })
    await clock.advance(seconds(1))
    return line
  }
  const offer = async () => {
    const random = (count: number) => new Uint8Array(count).fill(7)
    const offered = await offerPassword({ ...store, random }, 'door-a', 'lin')
    return offered.ok ? offered.value : expect.fail('the store of this test')
  }
  const events = () => log.lines.map(({ event }) => event)
  /** What the door says last of the password that it has stored. */
  const stored = () => {
    const last = broker.taken.findLast(({ topic }) => topic.endsWith('/from/reported'))
    const report = parseMessage('reported', last?.payload ?? '')
    return report.ok ? report.value.storedPassword : expect.fail('no report')
  }
  return { clock, broker, store, vault, events, listed, aHub, start, offer, stored }
}

test('a door has its next password in the keyring before the old one ends, and is back at once with it', async () => {
  const { clock, broker, vault, events, listed, aHub, start, offer, stored } = await aDoorWithAPassword()
  const hub = await aHub()
  await start()
  const next = await offer()
  await hub.look()
  await clock.advance(seconds(2))
  expect(broker.accounts.get('door-a')?.password).toBe(next)
  expect([...vault.secrets]).toEqual([[present, next]])
  expect(await listed()).toMatchObject([{ id: 'door-a' }])
  expect((await listed())[0]).not.toHaveProperty('nextPassword')
  expect(events().filter((event) => event === 'line.connected')).toHaveLength(2)
  expect(events()).toContain('password.changed')
  // The broker keeps the password no longer than that takes.
  expect(stored()).toBeUndefined()
  const desired = broker.taken.findLast(({ topic }) => topic.endsWith('/to/desired'))
  expect(desired?.payload).not.toContain(next)
})

test('a keyring that does not keep the next password leaves the old one in force', async () => {
  const { clock, broker, vault, aHub, start, offer, stored } = await aDoorWithAPassword()
  const hub = await aHub()
  await start()
  vault.writesAre = 'notKept'
  await offer()
  await hub.look()
  await clock.advance(seconds(9))
  expect([broker.accounts.get('door-a')?.password, stored()]).toEqual(['the first', undefined])
})

test('a door whose power fails in between begins with whichever password the broker takes', async () => {
  const { clock, broker, vault, aHub, start, offer } = await aDoorWithAPassword()
  const hub = await aHub()
  const program = await start()
  vault.writesLeft = 1
  const next = await offer()
  await hub.look()
  await clock.advance(seconds(2))
  expect(vault.secrets.get(present)).toBe('the first')
  broker.breakOff('door-a')
  await program.close()
  vault.writesLeft = Infinity
  await start()
  expect([...vault.secrets]).toEqual([[present, next]])
})

test('a hub that ends before it has said so leaves that to the next one, and nothing is rotated twice', async () => {
  const { clock, broker, store, vault, aHub, start, offer, stored } = await aDoorWithAPassword()
  const first = await aHub()
  const program = await start()
  const next = await offer()
  await program.close()
  await first.look()
  await clock.advance(seconds(1))
  first.stop()
  // It had adopted the password, and the broker still tells it.
  await store.doors.keepNextPassword('door-a', undefined)
  await (await aHub()).look()
  await start()
  await clock.advance(seconds(2))
  expect(stored()).toBeUndefined()
  expect(broker.accounts.get('door-a')?.password).toBe('the first')
  expect(vault.secrets.get(present)).toBe('the first')
  const desired = broker.taken.findLast(({ topic }) => topic.endsWith('/to/desired'))
  expect(desired?.payload).not.toContain(next)
})
