import { randomUUID } from 'node:crypto'
import * as v from 'valibot'
import { lineCalendars } from '../../engine/calendars/line/line-for.ts'
import type { DoorPanel } from '../../engine/door-panel/door-panel.ts'
import { createEngine } from '../../engine/engine.ts'
import { passwordAccount } from '../../engine/installation/door-secret.ts'
import type { Log } from '../../engine/ports.ts'
import { createPassingJournal, noAdmin } from '../../hub/rooms/no-admin.ts'
import { mqttBroker } from '../../main/adapters/broker/mqtt-broker.ts'
import { createSystemClock } from '../../main/adapters/clock/system-clock.ts'
import type { HubDoorConfiguration } from '../../shared/config/configuration.ts'
import { parseConfiguration } from '../../shared/config/parse-configuration.ts'
import { err, ok } from '../../shared/result.ts'

/** A door without a screen: the same engine and line as at a door, in this process. It forgets all at its end. */
export interface HeadlessDoor {
  readonly panel: DoorPanel
  readonly stop: () => Promise<void>
}

const enrolled = v.object({ door: v.string(), room: v.string(), password: v.string() })

/** Becomes a door with this code, as a tablet does, and starts it. */
export async function enrolDoor(
  { enrolmentUrl, brokerUrl }: { readonly enrolmentUrl: string; readonly brokerUrl: string },
  code: string,
): Promise<HeadlessDoor> {
  const answer = await fetch(enrolmentUrl, { method: 'POST', body: JSON.stringify({ code }) })
  if (!answer.ok) throw new Error(`The hub enrols no door: ${await answer.text()}`)
  return startDoor(brokerUrl, v.parse(enrolled, await answer.json()))
}

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }

function startDoor(broker: string, { door, room, password }: v.InferOutput<typeof enrolled>): HeadlessDoor {
  const clock = createSystemClock()
  const configuration = configurationOf(broker, door, room)
  const line = lineCalendars({
    clock,
    log: silent,
    session: randomUUID(),
    version: 'headless',
    random: Math.random,
    newId: randomUUID,
    brokerFor: (hub, client) => mqttBroker({ ...client, url: hub.broker }),
  })
  const panel = createEngine({
    clock,
    log: silent,
    rate: 1,
    random: Math.random,
    journal: createPassingJournal(),
    configuration: {
      read: async () => ok(configuration),
      follow: () => () => undefined,
      place: () => ({ file: '', stage: async () => err(new Error('It has no file')) }),
    },
    vault: {
      read: async (account) =>
        account === passwordAccount(configuration.hub) ? ok(password) : err('missing'),
    },
    calendarFor: (_configuration, readPassword) => line.calendarFor(configuration, readPassword),
    tablet: { locale: 'en-US', timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone },
    identity: () => ({ name: door, code: '' }),
    admin: noAdmin(silent),
  })
  return {
    panel,
    stop: async () => {
      panel.stop()
      await line.close()
    },
  }
}

function configurationOf(broker: string, door: string, room: string): HubDoorConfiguration {
  const parsed = parseConfiguration({
    hub: { broker, door },
    room: { id: room },
    checkIn: { mode: 'observe' },
    locale: 'en-US',
  })
  if (!parsed.ok || parsed.value.hub === undefined)
    throw new Error('A door’s configuration is wrong', { cause: parsed })
  return parsed.value
}
