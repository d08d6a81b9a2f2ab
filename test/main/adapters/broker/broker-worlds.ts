import { randomUUID } from 'node:crypto'
import { vi } from 'vitest'
import type { BrokerClient, ConnectToBroker } from '../../../../engine/broker.ts'
import { mqttBroker } from '../../../../main/adapters/broker/mqtt-broker.ts'
import { doorRights, hubRights } from '../../../../shared/line/topics.ts'
import { ok } from '../../../../shared/result.ts'
import { createMemoryBroker } from '../../../support/memory/memory-broker.ts'
import { addDoorAccount, addHubAccount } from '../../../support/services/accounts.ts'
import { openCuttablePort } from '../../../support/services/cuttable-port.ts'
import { startMosquitto } from '../../../../build/services/mosquitto.ts'
import { createVirtualClock } from '../../../support/virtual-clock.ts'

/** A broker with the accounts `hub`, `door-a` and `door-b`. */
export interface BrokerWorld {
  readonly connectAs: (username: string, over?: Partial<BrokerClient>) => ConnectToBroker
  /** Breaks the connections of every client, without a word. */
  readonly cut: () => void
  /** Lets some time pass, at most, until `isSo`. */
  readonly until: (isSo: () => boolean) => Promise<void>
  readonly remove: () => Promise<void>
}

const doors = ['door-a', 'door-b']

const clientOf = (url: string, username: string, password: string): BrokerClient => ({
  url,
  clientId: username,
  username,
  readPassword: async () => ok(password),
  sessionExpiry: 0,
})

export async function inMemory(): Promise<BrokerWorld> {
  const clock = createVirtualClock()
  const broker = createMemoryBroker(clock)
  broker.accounts.set('hub', { password: 'hub', ...hubRights })
  for (const door of doors) broker.accounts.set(door, { password: door, ...doorRights(door) })
  const ids = new Set<string>()
  return {
    connectAs: (username, over = {}) => {
      const client = { ...clientOf('mqtt://memory', username, username), ...over }
      ids.add(client.clientId)
      return broker.client(client)
    },
    cut: () => ids.forEach(broker.breakOff),
    until: async (isSo) => {
      for (let passed = 0; !isSo() && passed < 100; passed++)
        // oxlint-disable-next-line no-await-in-loop -- one moment after the other
        await clock.advance(100)
    },
    remove: async () => undefined,
  }
}

export async function onMosquitto(): Promise<BrokerWorld> {
  const mosquitto = await startMosquitto()
  const passwords = new Map<string, string>()
  passwords.set('hub', (await addHubAccount(mosquitto)).password)
  for (const door of doors)
    // oxlint-disable-next-line no-await-in-loop -- the broker's plugin changes one file
    passwords.set(door, (await addDoorAccount(mosquitto, door)).password)
  const way = await openCuttablePort(Number(new URL(mosquitto.url).port))
  return {
    connectAs: (username, over = {}) => {
      const password = passwords.get(username) ?? randomUUID()
      return mqttBroker({ ...clientOf(`mqtt://127.0.0.1:${way.port}`, username, password), ...over })
    },
    cut: () => {
      way.cut()
      way.mend()
    },
    until: async (isSo) => void (await vi.waitUntil(isSo, { timeout: 5000, interval: 10 })),
    remove: async () => {
      await way.close()
      await mosquitto.remove()
    },
  }
}
