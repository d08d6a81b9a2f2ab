import assert from 'node:assert/strict'
import { patiently } from './container.mjs'
import { expectSandbox, pictureOf, remains, trueState } from './tablet.mjs'

/** @typedef {import('./container.mjs').Container} Container */
/** @typedef {import('./bake.mjs').Image} Image */

/**
 * @param {Container} container
 * @param {string} order
 */
export const provision = async (container, order) => {
  const { status, output } = await container.tryOut(['room-panel', 'provision'], order)
  assert.equal(status, 0, output)
  return 'stored'
}

/** @param {Container} container */
export const lookAt = async (container) => {
  const { occupancy } = await trueState(container)
  await expectSandbox(container)
  await pictureOf(container, 'kiosk.png')
  return `shows ${occupancy}, in the sandbox, on no port; dist/kiosk.png is the whole screen`
}

/** Longer than the watchdog waits, ms. */
const frozenLimit = 90_000

/**
 * Freezes the panel, which systemd must restart. The panel itself watches its page (`npm run kills`).
 *
 * @param {Container} container
 */
export const freeze = async (container) => {
  const { pageAt } = await trueState(container)
  const frozen = await container.answer(
    'systemctl',
    'show',
    '--property=MainPID',
    '--value',
    'room-panel.service',
  )
  await container.answer('kill', '-STOP', frozen)
  const since = performance.now()
  const isGone = async () =>
    (await container.tryOut(['test', '-d', `/proc/${frozen}`])).status === 0 ? undefined : true
  await patiently('the watchdog', isGone, frozenLimit)
  const { occupancy } = await trueState(container, pageAt)
  const seconds = Math.round((performance.now() - since) / 1000)
  const said = await container.answer('journalctl', '--unit', 'room-panel.service', '--no-pager')
  assert.match(said, /Watchdog timeout/)
  return `the watchdog had it started anew; shows ${occupancy} after ${seconds} s`
}

/** @param {Container} container */
export const killKeyring = async (container) => {
  await container.answer('pkill', '-KILL', '-u', 'room-panel', 'gnome-keyring-d')
  await patiently('the keyring', async () => {
    const { output } = await container.tryOut(['room-panel', 'doctor'])
    return output.includes('keyring: ok') && output.includes('secret: ok') ? true : undefined
  })
  return 'came back, and is open'
}

/**
 * Stops the keyring's process, as a tablet that is too busy for it does. The panel must start all the same, say that the
 * keyring did not answer in time, and go on by itself once it does.
 *
 * @param {Container} container
 */
export const stopKeyring = async (container) => {
  const { pageAt } = await trueState(container)
  const show = ['show', '--property=MainPID', '--value', 'room-panel-keyring.service']
  const keyring = await container.answer('systemctl', ...show)
  await container.answer('kill', '-STOP', keyring)
  await container.answer('systemctl', 'restart', 'room-panel.service')
  for (const command of ['doctor', 'status'])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await patiently('the word for it', async () => {
      const { output } = await container.tryOut(['room-panel', command])
      return output.includes('keyringTimedOut') ? true : undefined
    })
  await container.answer('kill', '-CONT', keyring)
  const { occupancy } = await trueState(container, pageAt)
  return `a panel started without it, and said so; once it answered, it showed ${occupancy}`
}

/**
 * Truncates the keyring's file, as a power cut does. A secret that is stored after that must survive the
 * keyring's next start.
 *
 * @param {Container} container
 * @param {string} order
 */
export const spoilKeyring = async (container, order) => {
  const file = '/var/lib/room-panel/.local/share/keyrings/login.keyring'
  await container.answer('systemctl', 'stop', 'room-panel-keyring.service')
  await container.answer('truncate', '--size=60', file)
  await container.answer('systemctl', 'start', '--no-block', 'room-panel-keyring.service')
  await patiently('the keyring', async () => {
    const { output } = await container.tryOut(['room-panel', 'doctor'])
    return output.includes('secret: secretMissing') ? true : undefined
  })
  await provision(container, order)
  await container.answer('systemctl', 'restart', 'room-panel-keyring.service')
  const { output } = await container.tryOut(['room-panel', 'doctor'])
  assert.match(output, /^keyring: ok, with a PIN[^]*^secret: ok/m)
  await container.answer('test', '-f', `${file}.set-aside`)
  return 'set aside; what was stored after that outlived a restart'
}

/**
 * @param {Container} container
 * @param {Image} image
 */
export const upgrade = async (container, image) => {
  const { pageAt } = await trueState(container)
  const configuration = ['sha256sum', '/etc/room-panel/config.json', '/etc/default/room-panel']
  // No check-in was made here, so a file of ours stands in for the journal.
  const journal = '/var/lib/room-panel/.config/room-panel/journal'
  await container.answer('sh', '-c', 'echo "# IT was here" >>/etc/default/room-panel')
  const before = await container.answer(...configuration)
  await container.answer('install', '-d', '-o', 'room-panel', '-g', 'room-panel', '-m', '700', journal)
  await container.answer('touch', `${journal}/kept`)
  await container.answer('dpkg', '--install', image.upgrade)
  assert.equal(await container.answer(...configuration), before)
  await container.answer('test', '-f', `${journal}/kept`)
  const { occupancy } = await trueState(container, pageAt)
  return `configuration and journal are there, and the secret opens the calendar: shows ${occupancy}`
}

/** @param {Container} container */
export const purge = async (container) => {
  await container.answer('sh', '-c', 'rm /root/*.deb')
  await container.answer('apt-get', 'purge', '-y', 'room-panel')
  assert.deepEqual(await remains(container), [])
  return 'nothing is left'
}
