import { spawnSync } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { endProcess } from './end-process.mjs'
import { firstLineOf } from './first-line.mjs'
import { spawnAs } from './ordinary-user.mjs'

/** @typedef {import('./ordinary-user.mjs').OrdinaryUser} OrdinaryUser */
/** @typedef {import('./private-folder.mjs').PrivateFolder} PrivateFolder */

const patience = 10_000
const pause = 50

/**
 * Starts a message bus that only the programs of one session know.
 *
 * @param {OrdinaryUser} user
 * @param {PrivateFolder} folder
 * @returns {Promise<{ env: { DBUS_SESSION_BUS_ADDRESS: string }, stop: () => Promise<void> }>}
 */
export const startBus = async (user, folder) => {
  const listening = [`--address=unix:path=${folder.env['XDG_RUNTIME_DIR']}/bus`, '--print-address=3']
  const bus = spawnAs(user, ['dbus-daemon', '--session', '--nofork', '--nopidfile', ...listening], {
    env: folder.env,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const address = await firstLineOf(bus, 3)
  return { env: { DBUS_SESSION_BUS_ADDRESS: address }, stop: () => endProcess(bus) }
}

/** Asks the bus whether a program has this name, without starting the program that would take it. */
const isThere = ['org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus.NameHasOwner']
/** https://specifications.freedesktop.org/secret-service-spec/latest/ */
const isLocked = [
  'org.freedesktop.secrets',
  '/org/freedesktop/secrets/aliases/default',
  'org.freedesktop.DBus.Properties.Get',
]

/**
 * The daemon may have its name before it has opened the keyring.
 *
 * @param {OrdinaryUser} user
 * @param {NodeJS.ProcessEnv} env
 */
const isKeyringOpen = ({ uid, gid }, env) => {
  /** @param {string[]} question */
  const answer = ([to, ...question]) => {
    const asked = ['--session', '--print-reply=literal', `--dest=${to}`, ...question]
    return spawnSync('dbus-send', asked, { uid, gid, env, encoding: 'utf8' }).stdout
  }
  return (
    answer([...isThere, 'string:org.freedesktop.secrets']).includes('boolean true') &&
    answer([...isLocked, 'string:org.freedesktop.Secret.Collection', 'string:Locked']).includes(
      'boolean false',
    )
  )
}

/**
 * Starts gnome-keyring on that bus with a login keyring unlocked by an empty password, as on a kiosk that logs in by
 * itself.
 *
 * @param {OrdinaryUser} user
 * @param {NodeJS.ProcessEnv} env the private folder's and the bus's
 * @returns {Promise<{ stop: () => Promise<void> }>}
 */
export const startKeyring = async (user, env) => {
  const keyring = spawnAs(
    user,
    ['gnome-keyring-daemon', '--foreground', '--unlock', '--components=secrets'],
    {
      env,
      stdio: ['pipe', 'ignore', 'ignore'],
    },
  )
  keyring.stdin?.end('\n')
  const deadline = performance.now() + patience
  while (!isKeyringOpen(user, env)) {
    if (performance.now() > deadline) throw new Error('gnome-keyring did not come up')
    await delay(pause)
  }
  return { stop: () => endProcess(keyring) }
}
