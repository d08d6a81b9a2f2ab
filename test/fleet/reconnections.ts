import { randomBytes } from 'node:crypto'
import type { AtEnd } from '../../build/fleet/site.ts'
import { startMosquitto } from '../../build/services/mosquitto.ts'
import { createLine, type Line } from '../../engine/line/line.ts'
import { createDynamicSecurity } from '../../hub/broker/dynamic-security.ts'
import { createPluginControl } from '../../hub/broker/plugin-control.ts'
import { mqttBroker } from '../../main/adapters/broker/mqtt-broker.ts'
import { createSystemClock } from '../../main/adapters/clock/system-clock.ts'
import { ok } from '../../shared/result.ts'
import { pulseTopic, toTopic } from '../../shared/line/topics.ts'
import { seconds } from '../../shared/time/time.ts'
import { createMemoryLog } from '../support/memory/memory-log.ts'

/**
 * How long after a killed broker has started again each of these many doors is back with its subscriptions, ms: a real
 * Mosquitto, and the doors' own lines, all in this process.
 */
export async function reconnections(count: number, atEnd: AtEnd): Promise<readonly number[]> {
  const mosquitto = await startMosquitto()
  atEnd(mosquitto.remove)
  const clock = createSystemClock()
  const lineOf = (username: string, password: string): Line => {
    const who = { url: mosquitto.url, clientId: username, username, readPassword: async () => ok(password) }
    const connect = mqttBroker({ ...who, sessionExpiry: seconds(60) })
    const line = createLine({ connect, clock, log: createMemoryLog(), random: Math.random })
    atEnd(line.close)
    return line
  }
  const { admin } = mosquitto
  const control = lineOf(admin.username, admin.password)
  const accounts = createDynamicSecurity(createPluginControl(control, clock), admin.username)
  await connected(control)
  const lines: Line[] = []
  for (let index = 0; index < count; index++) {
    const [door, password] = [`door-${index}`, randomBytes(16).toString('hex')]
    // oxlint-disable-next-line no-await-in-loop -- the broker makes one account at a time
    const admitted = await accounts.admit(door, password)
    if (!admitted.ok)
      throw new Error(`The broker takes no account for ${door}`, { cause: admitted.error.cause })
    const line = lineOf(door, password)
    line.subscribe(toTopic(door, 'room'), () => undefined)
    line.subscribe(pulseTopic, () => undefined)
    lines.push(line)
  }
  await Promise.all(lines.map(connected))
  await mosquitto.kill()
  await Promise.all(lines.map(lost))
  await mosquitto.start()
  const since = clock.elapsed()
  return Promise.all(lines.map((line) => connected(line).then(() => clock.elapsed() - since)))
}

const connected = (line: Line): Promise<void> => until(line, true)
const lost = (line: Line): Promise<void> => until(line, false)

const until = (line: Line, isConnected: boolean): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (line.isConnected() === isConnected) resolve()
    }
    line.onConnection(look)
    look()
  })
