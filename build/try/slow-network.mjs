import assert from 'node:assert/strict'
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { patiently } from './container.mjs'

/** @typedef {import('./container.mjs').Container} Container */

const name = 'unanswered-network.service'

/**
 * Behaves like ifupdown's `networking.service` while no server answers the DHCP request of an interface that
 * is `auto`.
 */
const unanswered = `[Unit]
DefaultDependencies=no
Wants=network.target
After=local-fs.target
Before=network.target network-online.target shutdown.target
Conflicts=shutdown.target
[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/bin/sleep infinity
`

/** @param {string} folder of a system that has not booted */
export const putSlowNetwork = async (folder) => {
  const units = join(folder, 'etc', 'systemd', 'system')
  await writeFile(join(units, name), unanswered)
  const wanted = join(units, 'multi-user.target.wants')
  await mkdir(wanted, { recursive: true })
  await symlink(`../${name}`, join(wanted, name))
}

/**
 * Checks that the picture appears before the network is up.
 *
 * @param {Container} container that has just booted
 */
export const pictureBeforeNetwork = async (container) => {
  const state = async (/** @type {string} */ unit) =>
    (await container.tryOut(['systemctl', 'is-active', unit])).output.trim()
  await patiently('the panel', async () =>
    (await state('room-panel.service')) === 'active' ? true : undefined,
  )
  assert.equal(await state(name), 'activating', 'The network was there first')
  await container.answer('systemctl', 'stop', name)
  const since = await container.answer(
    'systemctl',
    'show',
    '--property=ActiveEnterTimestampMonotonic',
    '--value',
    'room-panel.service',
  )
  const booted = await container.answer(
    'systemctl',
    'show',
    '--property=UserspaceTimestampMonotonic',
    '--value',
  )
  const seconds = Math.round((Number(since) - Number(booted)) / 100_000) / 10
  return `painted ${seconds} s after systemd began; nobody had answered the network yet`
}
