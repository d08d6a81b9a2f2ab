import * as v from 'valibot'
import { err, ok, type Result } from '../result.ts'
import type { ConfigurationFault, ConfigurationRule } from '../set-up/set-up.ts'
import { configurationSchema, type Configuration } from './configuration.ts'

/** The configuration from parsed JSON, or every fault in it, each with the path of its value. */
export function parseConfiguration(json: unknown): Result<Configuration, readonly ConfigurationFault[]> {
  const parsed = v.safeParse(configurationSchema, json)
  return parsed.success ? ok(parsed.output) : err(parsed.issues.map(faultOf))
}

function faultOf(issue: v.BaseIssue<unknown>): ConfigurationFault {
  const [message, ...wanted] = issue.message.split(' ')
  const path = v.getDotPath(issue) ?? ''
  const value = quotable(issue.input)
  const told = value === undefined ? {} : { value }
  // A strict object reports a foreign key as "never expected" and an absent one as "undefined received".
  if (issue.expected === 'never') return { path, rule: 'unknownKey' }
  if (issue.received === 'undefined') return { path, rule: 'required' }
  const rule = ownRules.find((own) => own === message)
  if (rule === undefined) return { path, rule: 'type', ...told, wanted: [issue.expected ?? ''] }
  return { path, rule, ...told, ...(wanted.length > 0 && { wanted }) }
}

/**
 * The longest value, in characters, that a fault may quote. An app secret is longer, and a PIN, which has
 * only digits, is never quoted.
 */
const longestQuoted = 20

function quotable(value: unknown): string | undefined {
  const isShortText = typeof value === 'string' && value.length <= longestQuoted && !/^\d+$/.test(value)
  const isPlain = value === null || typeof value === 'number' || typeof value === 'boolean'
  return isShortText || isPlain ? JSON.stringify(value) : undefined
}

const ownRules: readonly ConfigurationRule[] = [
  'origin',
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
]
