import * as v from 'valibot'
import { err, ok, type Result } from '../result.ts'
import type { ConfigurationFault, ConfigurationRule } from '../set-up/set-up.ts'
import { configurationSchema, type Configuration } from './configuration.ts'

/** The configuration from parsed JSON, or every fault in it, each with the path of its value. */
export const parseConfiguration = (json: unknown): Result<Configuration, readonly ConfigurationFault[]> =>
  parseBy(configurationSchema, doorRules, json)

/** The rules that are broken by any value of the wrong shape. */
type ShapeRule = 'required' | 'unknownKey' | 'type'

/** The same by another schema. `rules`: those of its messages that are the name of a rule. */
export function parseBy<Output, Rule extends string>(
  schema: v.GenericSchema<unknown, Output>,
  rules: readonly Rule[],
  json: unknown,
): Result<Output, readonly ConfigurationFault<Rule | ShapeRule>[]> {
  const parsed = v.safeParse(schema, json)
  return parsed.success ? ok(parsed.output) : err(parsed.issues.map((issue) => faultOf(issue, rules)))
}

function faultOf<Rule extends string>(
  issue: v.BaseIssue<unknown>,
  rules: readonly Rule[],
): ConfigurationFault<Rule | ShapeRule> {
  const [message, ...wanted] = issue.message.split(' ')
  const path = v.getDotPath(issue) ?? ''
  const value = quotable(issue.input)
  const told = value === undefined ? {} : { value }
  // A strict object reports a foreign key as "never expected" and an absent one as "undefined received".
  if (issue.expected === 'never') return { path, rule: 'unknownKey' }
  if (issue.received === 'undefined') return { path, rule: 'required' }
  const rule = rules.find((own) => own === message)
  if (rule === undefined) return { path, rule: 'type', ...told, wanted: [issue.expected ?? ''] }
  return { path, rule, ...told, ...(wanted.length > 0 && { wanted }) }
}

/** The longest value, in characters, that a fault may quote. An app secret is longer. */
const longestQuoted = 20
/** A PIN, and a URL with a login. */
const neverQuoted = /^\d+$|:\/\/.*@/

function quotable(value: unknown): string | undefined {
  const isShortText = typeof value === 'string' && value.length <= longestQuoted && !neverQuoted.test(value)
  const isPlain = value === null || typeof value === 'number' || typeof value === 'boolean'
  return isShortText || isPlain ? JSON.stringify(value) : undefined
}

/** The rules of a door's configuration that are no matter of shape. */
export const doorRules = [
  'origin',
  'eitherHub',
  'brokerUrl',
  'doorId',
  'file',
  'appId',
  'roomId',
  'openId',
  'range',
  'choice',
  'timeOfDay',
  'timeZone',
  'color',
  'contrast',
  'alike',
  'imageFile',
] as const satisfies readonly ConfigurationRule[]
