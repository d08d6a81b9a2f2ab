import * as v from 'valibot'
import type { ConfigurationFault, ConfigurationRule } from '../domain/set-up.ts'
import { err, ok, type Result } from '../result.ts'
import { configurationSchema, type Configuration } from './configuration.ts'

/** The configuration out of parsed JSON, or every fault in it with the path of its value. */
export function parseConfiguration(json: unknown): Result<Configuration, readonly ConfigurationFault[]> {
  const parsed = v.safeParse(configurationSchema, json)
  return parsed.success ? ok(parsed.output) : err(parsed.issues.map(faultOf))
}

function faultOf(issue: v.BaseIssue<unknown>): ConfigurationFault {
  return { path: v.getDotPath(issue) ?? '', rule: ruleOf(issue) }
}

const ownRules: readonly ConfigurationRule[] = [
  'origin',
  'appId',
  'roomId',
  'range',
  'choice',
  'timeOfDay',
  'timeZone',
  'color',
  'contrast',
  'alike',
  'imageFile',
]

function ruleOf(issue: v.BaseIssue<unknown>): ConfigurationRule {
  // A strict object reports a foreign key as "never expected" and an absent one as "undefined received".
  if (issue.expected === 'never') return 'unknownKey'
  if (issue.received === 'undefined') return 'required'
  return ownRules.find((rule) => rule === issue.message) ?? 'type'
}
