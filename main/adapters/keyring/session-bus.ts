import { execFile } from 'node:child_process'

const secrets = 'org.freedesktop.secrets'

export type BusAnswer =
  | { readonly kind: 'answer'; readonly text: string }
  /** The service exists, but does not answer. */
  | { readonly kind: 'noReply' }
  | { readonly kind: 'notAsked' }

/**
 * Asks the keyring's service on the session bus, with D-Bus's own command, which every Debian with a session
 * bus has. The path, the method and its arguments are those of
 * https://specifications.freedesktop.org/secret-service-spec/latest/ in the command's notation.
 */
export const askSecretService = (...question: readonly string[]): Promise<BusAnswer> =>
  askBus(`--dest=${secrets}`, ...question)

/** Whether a program owns this name on the bus. */
export async function isOnBus(name: string): Promise<boolean> {
  const question = ['/org/freedesktop/DBus', 'org.freedesktop.DBus.NameHasOwner', `string:${name}`]
  const answer = await askBus('--dest=org.freedesktop.DBus', ...question)
  return answer.kind === 'answer' && answer.text.includes('boolean true')
}

function askBus(...question: readonly string[]): Promise<BusAnswer> {
  if (process.platform !== 'linux') return Promise.resolve({ kind: 'notAsked' })
  const command = ['--session', '--print-reply=literal', '--reply-timeout=4000', ...question]
  return new Promise((resolve) => {
    execFile('dbus-send', command, { timeout: 5000 }, (error, stdout, stderr) => {
      if (error === null) resolve({ kind: 'answer', text: stdout.trim() })
      else resolve({ kind: stderr.includes('org.freedesktop.DBus.Error.NoReply') ? 'noReply' : 'notAsked' })
    })
  })
}
