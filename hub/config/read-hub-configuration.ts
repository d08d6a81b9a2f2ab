import { readFile } from 'node:fs/promises'
import { faultTextBy, type RuleTexts, ruleTexts } from '../../shared/config/fault-text.ts'
import { placeText, readJson } from '../../shared/json.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { ConfigurationFault } from '../../shared/set-up/set-up.ts'
import { type HubConfiguration, type HubRule, parseHubConfiguration } from './hub-configuration.ts'

/** Why there is no configuration. `place` is where the file stops being JSON. */
export type HubConfigurationProblem =
  | { readonly kind: 'missing' | 'unreadable'; readonly file: string }
  | { readonly kind: 'notJson'; readonly file: string; readonly place: string }
  | {
      readonly kind: 'invalid'
      readonly file: string
      readonly faults: readonly ConfigurationFault<HubRule>[]
    }

export async function readHubConfiguration(
  file: string,
): Promise<Result<HubConfiguration, HubConfigurationProblem>> {
  const text = await readTextFile(file)
  if (!text.ok) return err({ kind: text.error, file })
  const json = readJson(text.value)
  if (!json.ok) return err({ kind: 'notJson', file, place: placeText(json.error) })
  const parsed = parseHubConfiguration(json.value)
  return parsed.ok ? parsed : err({ kind: 'invalid', file, faults: parsed.error })
}

/** A secret in a file, which editors end with a line end. */
export async function readSecretFile(
  file: string,
): Promise<Result<string, 'missing' | 'unreadable' | 'empty'>> {
  const text = await readTextFile(file)
  if (!text.ok) return text
  const secret = text.value.replace(/\r?\n$/, '')
  return secret === '' ? err('empty') : ok(secret)
}

/** A file of IT's. */
export async function readTextFile(file: string): Promise<Result<string, 'missing' | 'unreadable'>> {
  try {
    return ok(await readFile(file, 'utf8'))
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
    return err(isMissing ? 'missing' : 'unreadable')
  }
}

const texts: RuleTexts<HubRule> = {
  ...ruleTexts,
  address: () => 'must be an IP address of this machine',
  databaseUrl: () => 'must be postgresql://…, without a password: that is in database.passwordFile',
  header: () => 'must be the name of an HTTP header, such as X-Forwarded-User',
  name: () => 'must not be empty',
  tenantKey: () => 'must be 16 digits and letters from a to f, as Feishu names a company',
  rooms: () => 'must have at least one room; leave it out for all that the app sees',
}

/** The lines for IT about a configuration, one for each fault. */
export function hubConfigurationText(problem: HubConfigurationProblem): readonly string[] {
  switch (problem.kind) {
    case 'missing':
      return [`there is no ${problem.file}`]
    case 'unreadable':
      return [`${problem.file} can’t be read by this user`]
    case 'notJson':
      return [`${problem.file} is no JSON from ${problem.place} on`]
    case 'invalid':
      return problem.faults.map((fault) => `${problem.file}: ${faultTextBy(texts, fault)}`)
  }
}
