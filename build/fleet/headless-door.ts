import { randomUUID } from 'node:crypto'
import * as v from 'valibot'
import { createLineCalendar } from '../../engine/calendars/line/line-calendar.ts'
import type { DoorPanel } from '../../engine/door-panel/door-panel.ts'
import { createEngine } from '../../engine/engine.ts'
import { secretAccounts } from '../../engine/installation/app-secret.ts'
import { createLine } from '../../engine/line/line.ts'
import type { Log } from '../../engine/ports.ts'
import { createPassingJournal, noAdmin } from '../../hub/rooms/no-admin.ts'
import { mqttBroker } from '../../main/adapters/broker/mqtt-broker.ts'
import { createSystemClock } from '../../main/adapters/clock/system-clock.ts'
import { parseConfiguration } from '../../shared/config/parse-configuration.ts'
import { err, ok } from '../../shared/result.ts'
import { seconds } from '../../shared/time/time.ts'

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

function startDoor(url: string, { door, room, password }: v.InferOutput<typeof enrolled>): HeadlessDoor {
  const clock = createSystemClock()
  const connect = mqttBroker({
    url,
    clientId: door,
    username: door,
    readPassword: async () => ok(password),
    sessionExpiry: seconds(60),
  })
  const line = createLine({ connect, clock, log: silent, random: Math.random })
  const configuration = configurationOf(room)
  // What the engine asks for. The line's calendar needs no secret, and there is none.
  const accounts = new Map<string, string>(secretAccounts(configuration.feishu, 'none'))
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
      read: async (account) => {
        const known = accounts.get(account)
        return known === undefined ? err('missing') : ok(known)
      },
    },
    calendarFor: () => createLineCalendar({ line, door, clock, log: silent, newId: randomUUID }),
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

function configurationOf(room: string) {
  const parsed = parseConfiguration({
    feishu: { origin: 'https://open.feishu.cn', appId: `cli_${'0'.repeat(16)}` },
    room: { id: room },
    checkIn: { mode: 'observe' },
    locale: 'en-US',
  })
  if (!parsed.ok) throw new Error('A door’s configuration is wrong', { cause: parsed.error })
  return parsed.value
}
