import { isIP } from 'node:net'
import * as v from 'valibot'
import { directEntries, doorEntries, roomEntry } from '../../shared/config/configuration.ts'
import { doorRules, parseBy } from '../../shared/config/parse-configuration.ts'
import { isTrustedBroker } from '../../shared/config/trusted-url.ts'
import type { Result } from '../../shared/result.ts'
import type { ConfigurationFault, ConfigurationRule } from '../../shared/set-up/set-up.ts'

/**
 * The rules of the hub's configuration: a door's, and these.
 *
 * - `address`: an IP address
 * - `databaseUrl`: `postgresql://` without a password, which has a file of its own
 * - `header`: the name of an HTTP header
 * - `name`: a name that is not empty
 * - `tenantKey`: Feishu's name of a company
 * - `rooms`: at least one room
 */
export type HubRule = ConfigurationRule | (typeof ownRules)[number]

const ownRules = ['address', 'databaseUrl', 'header', 'name', 'rooms', 'tenantKey'] as const

const ruled = (rule: HubRule, obeys: (text: string) => boolean) => v.pipe(v.string(), v.check(obeys, rule))

const file = ruled('file', (text) => text.startsWith('/'))

const ports = 'range 1 65535'
const port = v.pipe(v.number(), v.integer(ports), v.minValue(1, ports), v.maxValue(65_535, ports))

/** With a certificate on each address of this machine, or on the one that is named; without one on the loopback address alone. */
const consoleEntry = v.strictObject({
  port,
  /** In which IT's own proxy on this machine names who has signed in at it. It must take it out of what browsers send. */
  proxyHeader: v.optional(ruled('header', (text) => /^[A-Za-z][A-Za-z0-9-]{0,62}$/.test(text))),
  tls: v.optional(
    v.strictObject({
      address: v.optional(ruled('address', (text) => isIP(text) !== 0)),
      certFile: file,
      keyFile: file,
    }),
  ),
})

const { follower: _, ...ofDoors } = doorEntries

/** What a store app needs besides its secret. Left out: the app is a self-built one. */
const storeAppSchema = v.strictObject({
  /** The company that has installed the app. */
  tenantKey: ruled('tenantKey', (text) => /^[0-9a-f]{16}$/.test(text)),
  /** Where Feishu's events arrive, brought by IT's own proxy. */
  callback: v.strictObject({ port }),
  /** Hold the two values of the app's page about events. */
  encryptKeyFile: file,
  verificationTokenFile: file,
})

/**
 * The one JSON file that IT writes for the hub. What a door's configuration has, too, is what the hub's doors
 * have unless IT says otherwise of one. Secrets are in files of their own, which a systemd credential can be.
 */
const hubConfigurationSchema = v.strictObject({
  ...directEntries,
  ...ofDoors,
  feishu: v.strictObject({ ...directEntries.feishu.entries, storeApp: v.optional(storeAppSchema) }),
  /** Holds the secret of `feishu.appId`. */
  appSecretFile: file,
  /** The rooms that have doors; all that the app sees, if this is left out. */
  rooms: v.optional(v.pipe(v.array(roomEntry.entries.id), v.minLength(1, 'rooms'))),
  broker: v.strictObject({
    url: ruled('brokerUrl', isTrustedBroker),
    /** The certificate of the authority that vouches for the broker, if that is a company's own. */
    caFile: v.optional(file),
    /** The account that may make others, and that the hub speaks with. */
    admin: v.strictObject({ username: ruled('name', (text) => text !== ''), passwordFile: file }),
  }),
  /** Where tablets bring their codes. Left out: the hub has no such port. */
  enrolment: v.optional(v.strictObject({ port })),
  /** Where a Prometheus on this machine reads the hub's metrics. Left out: the hub has no such port. */
  metrics: v.optional(v.strictObject({ port })),
  /** Where IT's browsers read the console. Left out: the hub has no such port. */
  console: v.optional(consoleEntry),
  database: v.strictObject({
    url: ruled('databaseUrl', (text) => /^postgres(ql)?:\/\/(?![^/]*:[^/]*@)[^\s]+$/.test(text)),
    /** Left out where PostgreSQL knows the hub by its system user. */
    passwordFile: v.optional(file),
  }),
})

export type HubConfiguration = v.InferOutput<typeof hubConfigurationSchema>

export type StoreAppConfiguration = v.InferOutput<typeof storeAppSchema>

/** The hub's configuration from parsed JSON, or every fault in it, each with the path of its value. */
export const parseHubConfiguration = (
  json: unknown,
): Result<HubConfiguration, readonly ConfigurationFault<HubRule>[]> =>
  parseBy(hubConfigurationSchema, [...doorRules, ...ownRules], json)
