import assert from 'node:assert/strict'
import { copyFile } from 'node:fs/promises'
import { inProject } from '../project.mjs'
import { patiently } from './container.mjs'
import { startSimulator } from './simulator.mjs'

/** @typedef {import('./container.mjs').Container} Container */

/**
 * Starts the simulator on the container's loopback.
 *
 * @param {Container} container
 * @returns {Promise<{ order: string, orderFor: (room: number, more: object) => string, stop: () => Promise<void> }>} an
 *   order for `provision` that names its first room; and for another one, with more of the configuration. In the first one is a
 *   meeting, in the second none.
 */
export const startFeishu = async (container) => {
  const { origin, appId, appSecret, roomIds, stop } = await startSimulator(container)
  const orderFor = (/** @type {number} */ room, /** @type {object} */ more) => {
    const own = { feishu: { origin, appId }, room: { id: roomIds[room] } }
    const config = { ...own, locale: 'en-US', timeZone: 'Asia/Shanghai', ...more }
    return JSON.stringify({ config, appSecret, adminPin: '294817' })
  }
  return {
    order: orderFor(0, {}),
    orderFor,
    stop,
  }
}

/**
 * The door's state once the panel has read its calendar.
 *
 * @param {Container} container
 * @param {string} [since] an earlier `pageAt`: the page must have painted after it
 * @param {number} [patience] ms
 * @returns {Promise<{ occupancy: string, pageAt: string }>}
 */
export const trueState = (container, since = '', patience = 120_000) =>
  patiently(
    'the true state',
    async () => {
      const { output } = await container.tryOut(['room-panel', 'status', '--json'])
      /** @type {{ isRunning: boolean, shown?: { occupancy: string, connection: string, pageAt?: string } }} */
      // oxlint-disable-next-line typescript/no-unsafe-assignment -- our own program's word
      const { isRunning, shown } = JSON.parse(output)
      if (!isRunning || shown?.connection !== 'live' || shown.occupancy === 'unknown') return undefined
      const { occupancy, pageAt = '' } = shown
      return pageAt > since ? { occupancy, pageAt } : undefined
    },
    patience,
  )

/**
 * The result of `room-panel doctor` on the tablet. Every package here is a trial, which is a fault of its
 * own; if it is the only fault, it does not count.
 *
 * @param {Container} container
 * @returns {Promise<{ status: number, output: string }>} `status` ignores the fault of being a trial
 */
export const doctorOf = async (container) => {
  // A trial calls the calendar more often than the commands' part of the month allows.
  const doctor = await container.tryOut(['room-panel', 'doctor', '--force'])
  assert.equal(doctor.status, 1, doctor.output)
  const [trial = '', ...lines] = doctor.output.split('\n')
  assert.match(trial, /^program: trialBuild /)
  const isBad = lines.some((line) => line !== '' && !/: (ok|skipped(?!: needs))/.test(line))
  return { status: isBad ? 1 : 0, output: lines.join('\n') }
}

/**
 * The process that shows the page.
 *
 * @param {Container} container
 */
export const rendererOf = (container) =>
  container.answer('pgrep', '-u', 'room-panel', '-f', '--', '--type=renderer')

/** @param {Container} container */
export const expectSandbox = async (container) => {
  const status = await container.answer('cat', `/proc/${await rendererOf(container)}/status`)
  assert.match(status, /^Seccomp:\t2$/m)
  assert.match(status, /^NoNewPrivs:\t1$/m)
  const ports = await container.answer(
    'ss',
    '--listening',
    '--tcp',
    '--udp',
    '--numeric',
    '--processes',
    '--no-header',
  )
  assert.doesNotMatch(ports, /room-panel/)
}

/**
 * The units' own temporary folders are systemd's: those of a unit that ended while the disk was read-only stay until the next
 * start of the tablet, which removes them (/usr/lib/tmpfiles.d/systemd-tmp.conf).
 */
const temporary = ['-path', '/var/tmp/systemd-private-*', '-prune', '-o']

/**
 * All files that bear the package's name, or belong to its user.
 *
 * @param {Container} container
 */
export const remains = async (container) => {
  const places = ['/etc', '/opt', '/run', '/tmp', '/usr', '/var/lib', '/var/tmp']
  const { output } = await container.tryOut([
    'find',
    ...places,
    '-xdev',
    ...temporary,
    '(',
    '-name',
    '*room-panel*',
    '-o',
    '-nouser',
    '-o',
    '-nogroup',
    ')',
    '-print',
  ])
  const { status } = await container.tryOut(['getent', 'passwd', 'room-panel'])
  return [...output.split('\n').filter((line) => line !== ''), ...(status === 0 ? ['the user'] : [])]
}

/** The prefix of a command that reads the kiosk's screen. */
const asKiosk = [
  'setpriv',
  '--reuid=room-panel',
  '--regid=room-panel',
  '--clear-groups',
  'env',
  'DISPLAY=:0',
  'XAUTHORITY=/run/room-panel/Xauthority',
]

/**
 * Writes a picture of the whole screen to `dist`.
 *
 * @param {Container} container
 * @param {string} name
 */
export const pictureOf = async (container, name) => {
  const file = '/run/room-panel/picture.png'
  await container.answer(...asKiosk, 'import', '-window', 'root', file)
  await copyFile(container.fileIn(file), inProject('dist', name))
}
