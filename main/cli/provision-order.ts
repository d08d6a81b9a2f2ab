import * as v from 'valibot'
import type { ProxyLogin } from '../../engine/ports.ts'
import type { DirectConfiguration, HubDoorConfiguration } from '../../shared/config/configuration.ts'
import { configurationFaultText } from '../../shared/config/fault-text.ts'
import { parseConfiguration } from '../../shared/config/parse-configuration.ts'
import { placeText, readJson } from '../../shared/json.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { ConfigurationFault } from '../../shared/set-up/set-up.ts'
import {
  configurationWith,
  type Enrolment,
  enrolmentRules,
  enrolmentSchema,
  placeholder,
} from './enrolment/enrolment.ts'
import { newPin, newPinRule } from './new-pin.ts'
import { appSecretSchema, blanks } from './secrets/app-secret-schema.ts'
import { proxyLoginRules, proxyLoginSchema } from './secrets/proxy-login-schema.ts'

/** The order that `provision` reads from standard input. */
export type Order = DirectOrder | EnrolmentOrder | HubDoorOrder

interface InEachOrder {
  readonly adminPin?: string | undefined
  /** The login for a proxy that asks for one. */
  readonly proxyLogin?: ProxyLogin | undefined
}

/** For a door that asks Feishu itself. */
export interface DirectOrder extends InEachOrder {
  readonly kind: 'direct'
  readonly configuration: DirectConfiguration
  readonly appSecret: string
}

/** For a tablet that is to become a door of a hub. */
export interface EnrolmentOrder extends InEachOrder {
  readonly kind: 'enrolment'
  readonly enrolment: Enrolment
  /** With placeholders for what the hub will say. */
  readonly configuration: HubDoorConfiguration
  readonly configurationOf: ReturnType<typeof configurationWith>
}

/** For a door of a hub whose password is in the keyring already. */
export interface HubDoorOrder extends InEachOrder {
  readonly kind: 'hubDoor'
  readonly configuration: HubDoorConfiguration
}

const orderSchema = v.strictObject({
  config: v.unknown(),
  appSecret: v.exactOptional(appSecretSchema),
  enrolment: v.exactOptional(enrolmentSchema),
  adminPin: v.optional(newPin),
  proxyLogin: v.optional(proxyLoginSchema),
})

const whatIsRight: Readonly<Record<string, string>> = {
  config: 'config is missing: the panel’s configuration, an object',
  appSecret: 'appSecret must be the app’s secret, as text',
  adminPin: newPinRule,
  ...enrolmentRules,
  ...proxyLoginRules,
}

/**
 * The order, or a sentence for each fault in it. The sentences never repeat a value, because one of them is
 * the secret.
 */
export function parseOrder(input: string): Result<Order, readonly string[]> {
  const json = readJson(input)
  if (!json.ok) return err([`it is no JSON from ${placeText(json.error)} on`])
  const order = v.safeParse(orderSchema, json.value)
  if (!order.success) return err(order.issues.map(orderFaultText))
  const { config, appSecret, enrolment, ...others } = order.output
  if (enrolment !== undefined) return enrolmentOrder(config, enrolment, appSecret, others)
  const configuration = parseConfiguration(config)
  if (!configuration.ok) return err(configuration.error.map(configFaultText))
  const { value } = configuration
  if (value.hub === undefined)
    return appSecret === undefined
      ? err([whatIsRight['appSecret'] ?? ''])
      : ok({ kind: 'direct', configuration: value, appSecret, ...others })
  return appSecret === undefined
    ? ok({ kind: 'hubDoor', configuration: value, ...others })
    : err([noSecretWithHub])
}

/** Law 1 of a fleet: a door that has a hub has no app secret. */
const noSecretWithHub = 'appSecret is not for a door with a hub: only the hub has it'

const ofEnrolment = v.looseObject({
  hub: v.looseObject({ door: v.exactOptional(v.never()) }),
  room: v.exactOptional(v.never()),
})

function enrolmentOrder(
  config: unknown,
  enrolment: Enrolment,
  appSecret: string | undefined,
  others: InEachOrder,
): Result<EnrolmentOrder, readonly string[]> {
  if (appSecret !== undefined) return err([noSecretWithHub])
  const template = v.safeParse(ofEnrolment, config)
  if (!template.success)
    return err([
      'with enrolment, config must have hub, and neither hub.door nor room: both come from the hub',
    ])
  const configurationOf = configurationWith(template.output)
  const configuration = configurationOf(placeholder.door, placeholder.room)
  if (!configuration.ok) return err(configuration.error.map(configFaultText))
  const { value } = configuration
  if (enrolment.caFingerprint !== undefined && value.hub.caFile === undefined)
    return err(['enrolment.caFingerprint is of config.hub.caFile, which is missing'])
  return ok({ kind: 'enrolment', enrolment, configuration: value, configurationOf, ...others })
}

const configFaultText = (fault: ConfigurationFault): string =>
  configurationFaultText({ ...fault, path: fault.path === '' ? 'config' : `config.${fault.path}` })

function orderFaultText(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue) ?? ''
  if (path === '')
    return 'it must be an object: config, appSecret or enrolment, if you like adminPin, proxyLogin'
  if (issue.expected === 'never') return `${path} is no key that it may have`
  return issue.message === blanks ? `${path} ${blanks}` : (whatIsRight[path] ?? path)
}
