import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Configuration } from '../../../shared/config/configuration.ts'
import { parseConfiguration } from '../../../shared/config/parse-configuration.ts'
import { placeText, readJson } from '../../../shared/json.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { SetUpProblem } from '../../../shared/set-up/set-up.ts'

/** The places where a configuration may be, first choice first. If a file was named, it is the only place. */
export function configurationPlaces(named: string | undefined, userData: string): readonly string[] {
  if (named !== undefined) return [named]
  const forAllUsers =
    process.platform === 'win32'
      ? join(process.env['ProgramData'] ?? 'C:\\ProgramData', 'room-panel')
      : '/etc/room-panel'
  return [join(forAllUsers, 'config.json'), join(userData, 'config.json')]
}

/** Where to write a new configuration: in the place of the present one, or else in the last place. */
export const placeToWrite = (places: readonly string[]): string =>
  places.find((place) => existsSync(place)) ?? places.at(-1) ?? ''

/** The configuration in the first of `places` that has a file. */
export async function readConfiguration(
  places: readonly string[],
): Promise<Result<Configuration, SetUpProblem>> {
  const [file = '', ...others] = places
  const text = await textOf(file)
  if (text === 'missing')
    return others.length > 0 ? readConfiguration(others) : err({ kind: 'configurationMissing', file })
  if (text === 'unreadable') return err({ kind: 'configurationUnreadable', file })
  const json = readJson(text.content)
  if (!json.ok) return err({ kind: 'configurationUnreadable', file, place: placeText(json.error) })
  const parsed = parseConfiguration(json.value)
  return parsed.ok ? ok(parsed.value) : err({ kind: 'configurationInvalid', faults: parsed.error })
}

async function textOf(file: string): Promise<{ readonly content: string } | 'missing' | 'unreadable'> {
  try {
    return { content: await readFile(file, 'utf8') }
  } catch (cause) {
    return isMissing(cause) ? 'missing' : 'unreadable'
  }
}

const isMissing = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'ENOTDIR')
