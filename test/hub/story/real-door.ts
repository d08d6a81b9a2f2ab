import { randomUUID } from 'node:crypto'
import { lineCalendars } from '../../../engine/calendars/line/line-for.ts'
import type { OrderHandlers } from '../../../engine/it-desk.ts'
import { createEngine } from '../../../engine/engine.ts'
import { keptPasswords, passwordAccount } from '../../../engine/installation/door-secret.ts'
import { mqttBroker } from '../../../main/adapters/broker/mqtt-broker.ts'
import { createSystemClock } from '../../../main/adapters/clock/system-clock.ts'
import type { Configuration } from '../../../shared/config/configuration.ts'
import { ok } from '../../../shared/result.ts'
import { aHubDoor } from '../../support/line/a-hub-door.ts'
import { unchangedConfiguration } from '../../support/configuration-on-paper.ts'
import { createMemoryAdmin } from '../../support/memory/memory-admin.ts'
import { createMemoryJournal } from '../../support/memory/memory-journal.ts'
import { createMemoryLog } from '../../support/memory/memory-log.ts'
import { createMemoryVault } from '../../support/memory/memory-vault.ts'
import { onlyHub } from '../../support/line/only-direct.ts'
import type { Account } from '../../../build/services/mosquitto.ts'

/** What IT says of check-in at a door. */
export type DoorRules = Pick<Configuration['checkIn'], 'mode'> & Partial<Configuration['checkIn']>

/** A whole panel in real time, which knows its room from a real broker alone. */
export function startRealDoor(
  broker: string,
  { username, password }: Account,
  room: string,
  rules: DoorRules,
  orderHandlers?: OrderHandlers,
) {
  const clock = createSystemClock()
  const log = createMemoryLog()
  const parsed = aHubDoor({ broker, door: username }, room, { booking: { who: 'everyone' } })
  // A grace of some seconds, which no configuration can have.
  const configuration = { ...parsed, checkIn: { ...parsed.checkIn, ...rules } }
  const admin = createMemoryAdmin()
  const vault = createMemoryVault()
  vault.secrets.set(passwordAccount(configuration.hub), password)
  const line = lineCalendars({
    clock,
    log,
    session: randomUUID(),
    version: '0.1.0',
    random: () => 0.02,
    newId: randomUUID,
    keptPasswords: keptPasswords(vault),
    brokerFor: (hub, client) => mqttBroker({ ...client, url: hub.broker }),
  })
  const panel = createEngine({
    clock,
    log,
    random: Math.random,
    rate: 1,
    admin,
    journal: createMemoryJournal(),
    identity: () => ({ name: username, code: '' }),
    configuration: {
      read: async () => ok(configuration),
      follow: unchangedConfiguration,
      place: admin.configuration.place,
    },
    vault,
    calendarFor: onlyHub(line.calendarFor),
    tablet: { locale: 'en-US', timeZone: 'UTC' },
    ...(orderHandlers && { orderHandlers }),
  })
  return {
    panel,
    /** The only secret that it has. */
    secrets: () => [...vault.secrets.values()],
    stop: async () => {
      panel.stop()
      await line.close()
    },
  }
}
