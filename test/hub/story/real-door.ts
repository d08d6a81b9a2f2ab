import { createLineCalendar } from '../../../engine/calendars/line/line-calendar.ts'
import { createEngine } from '../../../engine/engine.ts'
import { createLine } from '../../../engine/line/line.ts'
import { randomUUID } from 'node:crypto'
import { mqttBroker } from '../../../main/adapters/broker/mqtt-broker.ts'
import { createSystemClock } from '../../../main/adapters/clock/system-clock.ts'
import { ok } from '../../../shared/result.ts'
import { aConfiguration } from '../../support/a-door.ts'
import { unchangedConfiguration } from '../../support/configuration-on-paper.ts'
import { createMemoryAdmin } from '../../support/memory/memory-admin.ts'
import { createMemoryJournal } from '../../support/memory/memory-journal.ts'
import { createMemoryLog } from '../../support/memory/memory-log.ts'
import { vaultWith } from '../../support/memory/vault-with.ts'
import type { Account } from '../../../build/services/mosquitto.ts'

/** A whole panel in real time, which knows its room from a real broker alone. */
export function startRealDoor(url: string, { username, password }: Account, room: string) {
  const clock = createSystemClock()
  const log = createMemoryLog()
  const connect = mqttBroker({
    url,
    clientId: username,
    username,
    readPassword: async () => ok(password),
    sessionExpiry: 60_000,
  })
  const line = createLine({ connect, clock, log, random: () => 0.02 })
  const calendar = createLineCalendar({ line, door: username, clock, log, newId: randomUUID })
  const configuration = aConfiguration({ room: { id: room }, checkIn: { mode: 'off' } })
  const admin = createMemoryAdmin()
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
    // A door with a hub has no app and no secret; its configuration still names both.
    vault: vaultWith(configuration.feishu, 'none'),
    calendarFor: () => calendar,
    tablet: { locale: 'en-US', timeZone: 'UTC' },
  })
  return {
    panel,
    stop: async () => {
      panel.stop()
      await line.close()
    },
  }
}
