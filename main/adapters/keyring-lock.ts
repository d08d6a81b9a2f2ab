import { execFile } from 'node:child_process'

/** `Locked` of the default collection: https://specifications.freedesktop.org/secret-service-spec/latest/ */
const question = [
  '--session',
  '--print-reply=literal',
  '--reply-timeout=2000',
  '--dest=org.freedesktop.secrets',
  '/org/freedesktop/secrets/aliases/default',
  'org.freedesktop.DBus.Properties.Get',
  'string:org.freedesktop.Secret.Collection',
  'string:Locked',
]

/**
 * Whether the keyring of this session says that it is locked, or says nothing at all. keytar must not be tried on such a
 * one: it would bring up a prompt over the panel, and hold the program at its end until somebody answers it.
 *
 * Asked with D-Bus's own command, which is there wherever there is a session bus on Debian. Where it can't be asked (no
 * bus, no such command, no keyring yet, another system) keytar finds out.
 */
export function isKeyringLocked(): Promise<boolean> {
  if (process.platform !== 'linux') return Promise.resolve(false)
  return new Promise((resolve) => {
    execFile('dbus-send', question, { timeout: 3000 }, (_error, stdout, stderr) => {
      resolve(stdout.includes('boolean true') || stderr.includes('org.freedesktop.DBus.Error.NoReply'))
    })
  })
}
