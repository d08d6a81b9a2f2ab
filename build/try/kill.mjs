import { setTimeout as delay } from 'node:timers/promises'
import { soon } from './door-in-use.mjs'
import { patiently } from './container.mjs'

/** @typedef {import('./container.mjs').Container} Container */
/** @typedef {ReturnType<typeof import('./door-in-use.mjs').doorInUse>} Door */

/**
 * @typedef {object} Victim
 * @property {string} name
 * @property {'KILL' | 'STOP'} signal
 * @property {(container: Container) => Promise<string>} find returns its process in the container
 * @property {number} limit within which it has to be well again, ms
 * @property {(container: Container, door: Door) => Promise<(again: string) => Promise<void>>} expectBack called right before:
 *   gives what waits until all is well again
 */

const newest = (/** @type {string} */ pattern) => (/** @type {Container} */ container) =>
  container.answer('pgrep', '--newest', '-u', 'room-panel', '-f', '--', pattern)

const mainOf = (/** @type {string} */ unit) => (/** @type {Container} */ container) =>
  container.answer('systemctl', 'show', '--property=MainPID', '--value', unit)

/** @type {Victim['expectBack']} */
const pageBack = async (_container, door) => {
  const [pages, color] = [door.count('page.back'), door.color()]
  return () => soon('the page', () => door.count('page.back') > pages && door.color() === color)
}

/** @type {Victim['expectBack']} */
const panelBack = async (_container, door) => {
  const [starts, color] = [door.count('panel.begun'), door.color()]
  return () =>
    soon('the panel', () => door.count('panel.begun') > starts && door.isRight() && door.color() === color)
}

/** The screen answers a touch, or Chromium ended the program, and it is there again. */
/** @type {Victim['expectBack']} */
const pictureBack = async (_container, door) => {
  const [starts, color] = [door.count('panel.begun'), door.color()]
  return async () => {
    const isAnew = () => door.count('panel.begun') > starts
    await door.touchUntilAnswered(isAnew)
    if (isAnew()) await soon('the panel', () => door.isRight() && door.color() === color)
  }
}

/** Another keyring process runs, it is open, and the panel has not noticed the change. */
/** @type {Victim['expectBack']} */
const keyringBack = async (container, door) => {
  const [starts, losses, color] = [door.count('panel.begun'), door.count('page.gone'), door.color()]
  return async () => {
    await patiently('the keyring', async () => {
      const { output } = await container.tryOut(asKiosk(isKeyringLocked))
      return output.includes('boolean false') ? true : undefined
    })
    const isUntouched = door.count('panel.begun') === starts && door.count('page.gone') === losses
    if (!isUntouched || door.color() !== color) throw new Error('The panel did not outlive its keyring')
  }
}

const asKiosk = (/** @type {string[]} */ command) => [
  'setpriv',
  '--reuid=room-panel',
  '--regid=room-panel',
  '--clear-groups',
  'env',
  'DBUS_SESSION_BUS_ADDRESS=unix:path=/run/room-panel/bus',
  ...command,
]

const isKeyringLocked = [
  'dbus-send',
  '--session',
  '--print-reply=literal',
  '--dest=org.freedesktop.secrets',
  '/org/freedesktop/secrets/collection/login',
  'org.freedesktop.DBus.Properties.Get',
  'string:org.freedesktop.Secret.Collection',
  'string:Locked',
]

/** @type {readonly Victim[]} */
export const victims = [
  { name: 'renderer', signal: 'KILL', find: newest('--type=renderer'), limit: 3000, expectBack: pageBack },
  {
    name: 'renderer, hangs',
    signal: 'STOP',
    find: newest('--type=renderer'),
    limit: 3000,
    expectBack: pageBack,
  },
  {
    name: 'GPU process',
    signal: 'KILL',
    find: newest('--type=gpu-process'),
    limit: 10_000,
    expectBack: pictureBack,
  },
  { name: 'main', signal: 'KILL', find: mainOf('room-panel.service'), limit: 10_000, expectBack: panelBack },
  {
    name: 'keyring',
    signal: 'KILL',
    find: mainOf('room-panel-keyring.service'),
    limit: 10_000,
    expectBack: keyringBack,
  },
  {
    name: 'message bus',
    signal: 'KILL',
    find: mainOf('room-panel-bus.service'),
    limit: 10_000,
    expectBack: panelBack,
  },
  {
    name: 'X server',
    signal: 'KILL',
    find: mainOf('room-panel-display.service'),
    limit: 10_000,
    expectBack: panelBack,
  },
]

/** A door that lived for less than this counts as never well (shared/panel/crash-loop.ts), and some more. */
const betweenKills = 10_500

/**
 * @typedef {object} Toll
 * @property {string} name
 * @property {number[]} times until all was well again, ms
 * @property {number} starts of the program that it took
 * @property {number} limit ms
 */

/**
 * Kills the victim repeatedly. After each kill the state must be the previous one.
 *
 * @param {{ container: Container, door: Door, meeting: import('./meeting.mjs').Meeting }} place
 * @param {Victim} victim
 * @param {number} times
 * @returns {Promise<Toll>}
 */
export const killInARow = async ({ container, door, meeting }, victim, times) => {
  const { name, signal, find, limit, expectBack } = victim
  const starts = door.count('panel.begun')
  /** @type {number[]} */
  const took = []
  for (let kill = 0; kill < times; kill++) {
    // oxlint-disable no-await-in-loop -- one after the other
    const pid = await find(container)
    const back = await expectBack(container, door)
    const since = performance.now()
    await container.answer('kill', `-${signal}`, pid)
    await back(pid)
    took.push(performance.now() - since)
    await soon('the right state', door.isRight)
    await takeNextToken(door, meeting)
    await delay(betweenKills)
    // oxlint-enable no-await-in-loop
  }
  return { name, times: took, starts: door.count('panel.begun') - starts, limit }
}

/**
 * Revokes the token and touches the screen, so that the panel must get another token with the secret from its
 * keyring.
 *
 * @param {Door} door
 * @param {import('./meeting.mjs').Meeting} meeting
 */
export const takeNextToken = async (door, meeting) => {
  const [tokens, readAt] = [await meeting.have('tokens'), door.readAt()]
  await meeting.have('revokeTokens')
  await patiently('the next token', async () => {
    await door.touch()
    return (await meeting.have('tokens')) > tokens && door.readAt() > readAt && door.isRight()
      ? true
      : undefined
  })
}

/** @param {Toll[]} tolls */
export const tableOf = (tolls) =>
  [
    ['', 'kills', 'p50', 'max', 'the program was started', 'allowed'],
    ...tolls.map(({ name, times, starts, limit }) => {
      const sorted = times.toSorted((one, other) => one - other)
      const [median, longest] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)]
      return [name, `${times.length}`, ...[median, longest].map(seconds), `${starts} times`, seconds(limit)]
    }),
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')

/** @param {number | undefined} ms */
const seconds = (ms) => (ms === undefined ? '–' : `${(ms / 1000).toFixed(2)} s`)
