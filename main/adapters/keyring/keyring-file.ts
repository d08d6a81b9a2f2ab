import { stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { askSecretService, isOnBus } from './session-bus.ts'

export interface KeyringFile {
  /** Whether the file is unchanged. False also without such a file, as with a keyring other than GNOME's. */
  readonly isUnchanged: () => Promise<boolean>
}

/**
 * Watches the file from which the open keyring will be read at its next start. If GNOME's keyring can't parse
 * that file, it stores new secrets in another one (`login_1.keyring` beside a `login.keyring` that a power
 * cut truncated), which it never reads again: the secrets are gone at its next start (gnome-keyring 42).
 */
export async function watchKeyringFile(): Promise<KeyringFile> {
  const file = await fileOfDefault()
  if (file === undefined) return { isUnchanged: async () => false }
  const before = await stampOf(file)
  return { isUnchanged: async () => (await stampOf(file)) === before }
}

async function fileOfDefault(): Promise<string | undefined> {
  if (!(await isOnBus('org.gnome.keyring'))) return undefined
  const answer = await askSecretService(
    '/org/freedesktop/secrets',
    'org.freedesktop.Secret.Service.ReadAlias',
    'string:default',
  )
  const [, name] = (answer.kind === 'answer' && /\/collection\/(\w+)$/.exec(answer.text)) || []
  return name === undefined ? undefined : join(dataFolder(), 'keyrings', `${nameIn(name)}.keyring`)
}

/**
 * Decodes a name in a D-Bus path, where every character except letters and digits is written as `_` and its
 * hexadecimal code.
 */
const nameIn = (path: string): string =>
  path.replaceAll(/_([0-9a-f]{2})/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))

/** https://specifications.freedesktop.org/basedir-spec/latest/ */
const dataFolder = (): string => process.env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share')

/** A stamp that changes with every write, because each write makes a new file. */
async function stampOf(file: string): Promise<string> {
  try {
    const { ino, mtimeNs, size } = await stat(file, { bigint: true })
    return [ino, mtimeNs, size].join(' ')
  } catch {
    return 'not there'
  }
}
