import assert from 'node:assert/strict'
import { provision } from '../life.mjs'

const plain = '/etc/credstore/room-panel.keyring-password'

/**
 * Seals the keyring's password as docs/deploy-linux.md says. The container has no TPM, so it is sealed with a
 * key on its disk.
 *
 * @param {import('../container.mjs').Container} container
 * @param {string} order
 */
export const sealKeyring = async (container, order) => {
  const before = await container.answer('cat', plain)
  await container.answer('/usr/lib/room-panel/seal-keyring', 'host')
  assert.equal((await container.tryOut(['test', '-e', plain])).status, 1)
  const password = await container.answer(
    'systemd-creds',
    'decrypt',
    '--name=keyring-password',
    '/etc/credstore.encrypted/room-panel.keyring-password',
    '-',
  )
  assert.notEqual(password, before)
  await provision(container, order)
  await container.answer('systemctl', 'restart', 'room-panel-keyring.service')
  const { output } = await container.tryOut(['room-panel', 'doctor'])
  assert.match(output, /keyring: ok[^]*secret: ok/)
  return 'a new password, which is nowhere in clear; provisioned again'
}
