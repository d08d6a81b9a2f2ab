import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import { feishuCompany } from '../../engine/calendars/feishu/feishu-for.ts'
import { createLine } from '../../engine/line/line.ts'
import { pause } from '../../engine/pause.ts'
import type { Clock, Log } from '../../engine/ports.ts'
import { mqttBroker } from '../../main/adapters/broker/mqtt-broker.ts'
import { createSystemClock } from '../../main/adapters/clock/system-clock.ts'
import { openCallCounter } from '../../main/adapters/disk/call-counter-file.ts'
import { createHttp } from '../../main/adapters/network/fetch-http.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { seconds } from '../../shared/time/time.ts'
import { createDynamicSecurity } from '../broker/dynamic-security.ts'
import { createPluginControl } from '../broker/plugin-control.ts'
import type { HubConfiguration } from '../config/hub-configuration.ts'
import { readSecretFile } from '../config/read-hub-configuration.ts'
import { policyIn, roomConfiguration } from '../config/room-configuration.ts'
import { serveEnrolment } from '../enrolment/serve-enrolment.ts'
import { startHub } from '../hub.ts'
import { authorityFor } from './broker-authority.ts'
import { createHubLog } from './hub-log.ts'
import { openStore } from './open-store.ts'

/** How long to wait before what failed at the start is tried again, ms. */
const tryAgain = seconds(3)

/** Hubs are few, and all doors wait for them: they are back in seconds, where a thousand doors take half a minute. */
const soon = (): number => Math.random() / 10

/**
 * Runs a hub until the function that it resolves to ends it. Resolves once it waits for the lease. `folder`:
 * where the calls of the month are counted.
 */
export async function runHub(configuration: HubConfiguration, folder: string): Promise<() => Promise<void>> {
  const { broker, database, timeZone } = configuration
  const clock = createSystemClock()
  const log = createHubLog(clock)
  const holder = `${hostname()}-${process.pid}`
  const line = createLine({ connect: brokerFor(broker, holder), clock, log, random: soon })
  const admin = createDynamicSecurity(createPluginControl(line, clock), broker.admin.username)
  const company = await companyFor(configuration, folder, clock, log)
  const untilDone = <T>(complaint: string, attempt: () => Promise<Result<T, unknown>>): Promise<T> =>
    repeated(clock, attempt, (problem) => log.warn(complaint, { problem }))
  const store = await untilDone('hub.no-database', () => openStore(database, log))
  await untilDone('hub.no-broker', admin.prepare)
  const stopEnrolment = await openEnrolment(configuration, { ...store, broker: admin, log })
  const rooms = configuration.rooms ?? idsOf(await untilDone('hub.no-rooms', company.readRooms))
  log.info('hub.started', { holder, rooms: rooms.length })
  const stop = startHub({
    company,
    line,
    store,
    clock,
    log,
    holder,
    rooms,
    configurationOf: (room) => roomConfiguration(configuration, room, rooms.length),
    policy: policyIn(configuration),
    timeZone: timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  })
  return async () => {
    await stop()
    await stopEnrolment()
    await line.close()
    await store.close()
  }
}

/** Serves the tablets, if IT wants that. The hub does all else without. */
async function openEnrolment(
  { enrolment }: HubConfiguration,
  parts: Omit<Parameters<typeof serveEnrolment>[0], 'random'>,
): Promise<() => Promise<void>> {
  const serving = enrolment && (await serveEnrolment({ ...parts, random: randomBytes }, enrolment.port))
  if (serving?.ok === false) parts.log.error('enrolment.not-served', { cause: serving.error })
  return serving?.ok ? serving.value.close : async () => undefined
}

async function companyFor(configuration: HubConfiguration, folder: string, clock: Clock, log: Log) {
  const calls = await openCallCounter({ folder, clock, log })
  return feishuCompany(
    { http: createHttp(fetch), clock, log, random: Math.random, calls },
    { ...configuration, contact: configuration.booking.contact },
    async () => {
      const secret = await readSecretFile(configuration.appSecretFile)
      return secret.ok ? ok(secret.value) : err(secret.error === 'missing' ? 'missing' : 'unavailable')
    },
  )
}

/** The hub speaks with the account that makes the others. */
const brokerFor = (broker: HubConfiguration['broker'], holder: string) =>
  mqttBroker({
    ...authorityFor(broker),
    url: broker.url,
    clientId: `room-panel-hub-${holder}`,
    username: broker.admin.username,
    readPassword: () => readSecretFile(broker.admin.passwordFile),
    sessionExpiry: 0,
  })

const idsOf = (rooms: readonly { readonly id: string }[]): readonly string[] =>
  rooms.map(({ id }) => id).toSorted()

/** The first success of an attempt that is made until there is one. */
async function repeated<T>(
  clock: Clock,
  attempt: () => Promise<Result<T, unknown>>,
  complain: (problem: unknown) => void,
): Promise<T> {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- one try after the other
    const done = await attempt()
    if (done.ok) return done.value
    complain(done.error)
    // oxlint-disable-next-line no-await-in-loop -- the same
    await pause(clock, tryAgain)
  }
}
