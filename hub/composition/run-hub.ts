import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import { createLine } from '../../engine/line/line.ts'
import { pause } from '../../engine/pause.ts'
import type { Clock } from '../../engine/ports.ts'
import { mqttBroker } from '../../main/adapters/broker/mqtt-broker.ts'
import { createSystemClock } from '../../main/adapters/clock/system-clock.ts'
import { openCallCounter } from '../../main/adapters/disk/call-counter-file.ts'
import { createHttp } from '../../main/adapters/network/fetch-http.ts'
import type { Result } from '../../shared/result.ts'
import { seconds } from '../../shared/time/time.ts'
import type { BrokerAdmin } from '../broker/broker-admin.ts'
import { createDynamicSecurity } from '../broker/dynamic-security.ts'
import { createPluginControl } from '../broker/plugin-control.ts'
import type { HubConfiguration } from '../config/hub-configuration.ts'
import { readSecretFile } from '../config/read-hub-configuration.ts'
import { policyIn, roomConfiguration } from '../config/room-configuration.ts'
import { serveEnrolment } from '../enrolment/serve-enrolment.ts'
import { startHub } from '../hub.ts'
import { callsOfRoom } from '../rooms/calls-of-room.ts'
import { watchHub } from '../metrics/hub-watch.ts'
import { serveMetrics } from '../metrics/serve-metrics.ts'
import { companyFor } from './app-account.ts'
import type { HubStore } from '../store/hub-store.ts'
import { authorityFor } from './broker-authority.ts'
import { createHubLog } from './hub-log.ts'
import { openConsole, type OpenConsoleParts } from './open-console.ts'
import { openServer } from './open-server.ts'
import { openStore } from './open-store.ts'
import { serveCallback } from './serve-callback.ts'

/** The pause before a failed step of the start is tried again, ms. */
const tryAgain = seconds(3)

/** Hubs are few, and all doors wait for them: they are back in seconds, where a thousand doors take half a minute. */
const soon = (): number => Math.random() / 10

/**
 * Runs a hub until the function that it resolves to ends it. Resolves once it waits for the lease. `folder`:
 * where the calls of the month are counted.
 */
export async function runHub(configuration: HubConfiguration, folder: string): Promise<() => Promise<void>> {
  const { broker, budget, database, timeZone } = configuration
  const clock = createSystemClock()
  const log = createHubLog(clock)
  const holder = `${hostname()}-${process.pid}`
  const calls = await openCallCounter({ folder, clock, log })
  const watch = watchHub({
    clock,
    calls,
    ...budget,
    http: createHttp(fetch),
    line: createLine({ connect: brokerFor(broker, holder), clock, log, random: soon }),
  })
  const { line } = watch
  const stopMetrics = await openServer('metrics', configuration.metrics, log, (port) =>
    serveMetrics(watch, log, port),
  )
  const admin = createDynamicSecurity(createPluginControl(line, clock), broker.admin.username)
  const untilDone = <T>(complaint: string, attempt: () => Promise<Result<T, unknown>>): Promise<T> =>
    repeated(clock, attempt, (problem) => log.warn(complaint, { problem }))
  const store = await untilDone('hub.no-database', () => openStore(database, log))
  watch.knows({ store })
  const company = watch.company(
    companyFor(configuration, store, { http: watch.http, calls, clock, log, random: Math.random }),
  )
  const stopCallback = await openServer('callback', configuration.feishu.storeApp?.callback, log, (port) =>
    serveCallback(configuration, { ...store, clock, log }, port),
  )
  await untilDone('hub.no-broker', admin.prepare)
  const stopServing = await serveTabletsAndIt(configuration, { store, admin, line, company, clock, log })
  const rooms = configuration.rooms ?? idsOf(await untilDone('hub.no-rooms', company.readRooms))
  watch.knows({ rooms })
  log.info('hub.started', { holder, rooms: rooms.length })
  const stop = startHub({
    company,
    line,
    broker: admin,
    store,
    clock,
    log,
    holder,
    onLead: watch.leads,
    calls: callsOfRoom(calls, budget.callsPerMonth),
    rooms,
    configurationOf: (room) => roomConfiguration(configuration, room, rooms.length),
    policy: policyIn(configuration),
    timeZone: timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  })
  return async () => {
    await stop()
    await stopCallback()
    await stopServing()
    await stopMetrics()
    await line.close()
    await store.close()
  }
}

type ServingParts = Omit<OpenConsoleParts, 'store'> & {
  readonly store: HubStore
  readonly admin: BrokerAdmin
}

/** Serves what needs the database: the tablets that bring their codes, and the console. Returns the function that ends it. */
async function serveTabletsAndIt(
  configuration: HubConfiguration,
  { store, admin, ...parts }: ServingParts,
): Promise<() => Promise<void>> {
  const { log } = parts
  const stopEnrolment = await openServer('enrolment', configuration.enrolment, log, (port) =>
    serveEnrolment({ ...store, broker: admin, log, random: randomBytes }, port),
  )
  const stopConsole = await openConsole(configuration, { ...parts, store })
  return async () => {
    await stopConsole()
    await stopEnrolment()
  }
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
