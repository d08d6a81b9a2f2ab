import assert from 'node:assert/strict'
import { run } from '../../run.mjs'
import { patiently } from '../../try/container.mjs'
import { archives } from './server.mjs'

/** @typedef {import('../../try/container.mjs').Container} Container */
/** @typedef {{ origin: string, appId: string, appSecret: string, roomIds: string[] }} Feishu */

const unit = 'room-panel-hub.service'

/**
 * Installs the package as a server does, without a network: all archives are there.
 *
 * @param {Container} container
 * @param {string} file
 */
export const install = async (container, file) => {
  const offline = ['-o', `Dir::Cache::archives=${archives}`]
  const env = ['env', 'DEBIAN_FRONTEND=noninteractive', 'LC_ALL=C']
  await container.answer(...env, 'apt-get', 'install', '-y', ...offline, file)
  await container.answer('systemd-analyze', 'verify', '--man=no', `/usr/lib/systemd/system/${unit}`)
  await container.answer('systemd-analyze', 'security', '--threshold=30', '--no-pager', unit)
  assert.match(await container.answer('room-panel-hub', '--version'), /^\d+\.\d+\.\d+/)
  assert.equal(await container.answer('systemctl', 'is-enabled', unit), 'enabled')
  // It waits for the app's secret.
  assert.equal((await container.tryOut(['systemctl', 'is-active', unit])).output.trim(), 'inactive')
  const exposure = await container.answer('systemd-analyze', 'security', '--no-pager', unit)
  return `installed; ${exposure.split('\n').at(-1)?.trim()}`
}

/**
 * Writes the app's id and its secret, as IT does.
 *
 * @param {Container} container
 * @param {Feishu} feishu
 */
export const configure = async (container, { origin, appId, appSecret }) => {
  const put = async (/** @type {string} */ script, /** @type {string} */ input) =>
    assert.equal((await container.tryOut(['sh', '-euc', script], input)).status, 0)
  await put('umask 077; cat >/etc/room-panel-hub/app-secret', appSecret)
  const mine = `s#https://open.feishu.cn#${origin}#; s#cli_0000000000000000#${appId}#`
  await container.answer('sed', '-i', mine, '/etc/room-panel-hub/config.json')
  await container.answer('systemctl', 'start', unit)
  await leads(container)
  assert.equal((await journal(container)).includes(appSecret), false)
  const port = await metric(container, 'room_panel_hub_database_up')
  assert.equal(port, 1)
  return 'it leads, with the database and the broker of its own machine'
}

/**
 * Makes a code, has it redeemed, and lets go of the door.
 *
 * @param {Container} container
 * @param {Feishu} feishu
 */
export const enrolADoor = async (container, { roomIds: [room = ''] }) => {
  const told = await container.answer('room-panel-hub', 'enrol', '--room', room, '--json')
  /** @type {{ code: string }} */
  // oxlint-disable-next-line typescript/no-unsafe-assignment -- our own program's word
  const { code } = JSON.parse(told)
  const [, body = ''] = await asked(container, 'http://127.0.0.1:9465/enrol', JSON.stringify({ code }))
  /** @type {{ door: string, password: string }} */
  // oxlint-disable-next-line typescript/no-unsafe-assignment -- the same
  const { door, password } = JSON.parse(body)
  assert.match(
    await container.answer('room-panel-hub', 'doors'),
    new RegExp(`^${door} +${room} .*never heard$`),
  )
  const view = await firstMessage(container, { username: door, password }, `rp/1/door/${door}/to/room`)
  assert.match(view, new RegExp(`"id":"${room}"`))
  assert.match(await container.answer('room-panel-hub', 'unassign', door), /is unassigned/)
  const wrong = await container.tryOut(['room-panel-hub', 'unassign', 'nowhere'])
  assert.equal(wrong.status, 1)
  return 'a door was told of its room with its own account, and let go'
}

/**
 * Kills the hub, and waits until it leads again.
 *
 * @param {Container} container
 */
export const kill = async (container) => {
  const before = (await metric(container, 'room_panel_hub_epoch')) ?? 0
  const since = performance.now()
  await container.answer('systemctl', 'kill', '--signal=KILL', unit)
  await patiently('the next epoch', async () =>
    ((await metric(container, 'room_panel_hub_epoch')) ?? 0) > before ? true : undefined,
  )
  return `it leads again after ${Math.round((performance.now() - since) / 1000)} s`
}

/**
 * Installs a later version over a configuration of IT's. The hub restarts by itself.
 *
 * @param {Container} container
 * @param {string} file
 */
export const upgrade = async (container, file) => {
  const before = (await metric(container, 'room_panel_hub_epoch')) ?? 0
  const configuration = await container.answer('cat', '/etc/room-panel-hub/config.json')
  await container.answer('env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', 'install', '-y', file)
  assert.match(await container.answer('room-panel-hub', '--version'), /\+next$/)
  assert.equal(await container.answer('cat', '/etc/room-panel-hub/config.json'), configuration)
  await patiently('the next epoch', async () =>
    ((await metric(container, 'room_panel_hub_epoch')) ?? 0) > before ? true : undefined,
  )
  return 'it leads again, with its configuration'
}

/**
 * Takes all of it away again, but for the database.
 *
 * @param {Container} container
 */
export const purge = async (container) => {
  await container.answer('env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', 'purge', '-y', 'room-panel-hub')
  const left = await container.answer('find', '/etc', '/usr', '/var/lib', '-path', '*room-panel-hub*')
  assert.equal(left, '')
  assert.equal((await container.tryOut(['id', 'room-panel-hub'])).status, 1)
  return 'no file and no user is left'
}

/** Prints the first message to the topic in the first argument, for the account in the next two. */
const listen = `import('mqtt').then(async ({ connectAsync }) => {
  const [topic, username, password] = process.argv.slice(1)
  const client = await connectAsync('mqtt://127.0.0.1:1883', { username, password, protocolVersion: 5 })
  client.on('message', (_topic, text) => { console.log(String(text)); process.exit() })
  await client.subscribeAsync(topic)
})`

/**
 * @param {Container} container
 * @param {{ username: string, password: string }} account
 * @param {string} topic
 */
const firstMessage = (container, { username, password }, topic) => {
  const [command = '', ...args] = container.onItsNetwork(
    process.execPath,
    '-e',
    listen,
    topic,
    username,
    password,
  )
  return run(command, args, { timeout: 20_000 })
}

/** @param {Container} container */
const journal = (container) => container.answer('journalctl', '--no-pager', '-o', 'cat', '-u', unit)

/** @param {Container} container */
const leads = (container) =>
  patiently('the hub to lead', async () =>
    (await metric(container, 'room_panel_hub_leading')) === 1 ? true : undefined,
  ).catch(async (cause) => {
    throw new Error(await journal(container), { cause })
  })

/**
 * @param {Container} container
 * @param {string} name
 * @returns {Promise<number | undefined>} undefined while there is no answer
 */
const metric = async (container, name) => {
  const [status, text = ''] = await asked(container, 'http://127.0.0.1:9464/metrics')
  const [, value] = new RegExp(`^${name} (.+)$`, 'm').exec(text) ?? []
  return status === 0 && value !== undefined ? Number(value) : undefined
}

/**
 * Asks over HTTP in the container, which has no curl: by the Node of the package.
 *
 * @param {Container} container
 * @param {string} url
 * @param {string} [body]
 * @returns {Promise<[status: number, text?: string]>}
 */
const asked = async (container, url, body) => {
  const ask = `fetch(process.argv[1], process.argv[2] ? { method: 'POST', body: process.argv[2] } : {})
    .then((answer) => answer.text()).then((text) => console.log(text))`
  const node = '/usr/lib/room-panel-hub/node'
  const { status, output } = await container.tryOut([node, '-e', ask, url, ...(body ? [body] : [])])
  return [status, output]
}
