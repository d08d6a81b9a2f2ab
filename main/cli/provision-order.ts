import * as v from 'valibot'
import type { ProxyLogin } from '../../engine/ports.ts'
import type { Configuration } from '../../shared/config/configuration.ts'
import { parseConfiguration } from '../../shared/config/parse-configuration.ts'
import { placeText, readJson } from '../../shared/json.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { configurationFaultText } from '../../shared/config/fault-text.ts'
import { newPin, newPinRule } from './new-pin.ts'
import { appSecretSchema, blanks } from './secrets/app-secret-schema.ts'
import { proxyLoginRules, proxyLoginSchema } from './secrets/proxy-login-schema.ts'

/** The order that `provision` reads from standard input. */
export interface Order {
  readonly configuration: Configuration
  readonly appSecret: string
  readonly adminPin?: string | undefined
  /** The login for a proxy that asks for one. */
  readonly proxyLogin?: ProxyLogin | undefined
}

const orderSchema = v.strictObject({
  config: v.unknown(),
  appSecret: appSecretSchema,
  adminPin: v.optional(newPin),
  proxyLogin: v.optional(proxyLoginSchema),
})

const whatIsRight: Readonly<Record<string, string>> = {
  config: 'config is missing: the panel’s configuration, an object',
  appSecret: 'appSecret must be the app’s secret, as text',
  adminPin: newPinRule,
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
  const { config, ...secrets } = order.output
  const configuration = parseConfiguration(config)
  return configuration.ok
    ? ok({ configuration: configuration.value, ...secrets })
    : err(
        configuration.error.map((fault) =>
          configurationFaultText({ ...fault, path: fault.path === '' ? 'config' : `config.${fault.path}` }),
        ),
      )
}

function orderFaultText(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue) ?? ''
  if (path === '') return 'it must be an object: config, appSecret, if you like adminPin, proxyLogin'
  if (issue.expected === 'never') return `${path} is no key that it may have`
  return issue.message === blanks ? `${path} ${blanks}` : (whatIsRight[path] ?? path)
}
