import assert from 'node:assert/strict'
import { patiently } from './container.mjs'

/** @typedef {import('./container.mjs').Container} Container */

const unit = 'room-panel-provision.service'
const secretFile = '/etc/credstore/room-panel.app-secret'

/**
 * Starts a tablet from an image with a wrong secret: systemd lists the unit as failed and waits for the next
 * try. With the right secret, and a try on IT's request, the tablet is set up, and the image's order file is
 * gone.
 *
 * @param {Container} container
 * @param {string} order
 */
export const provisionByImage = async (container, order) => {
  /** @type {{ config: unknown, appSecret: string }} */
  // oxlint-disable-next-line typescript/no-unsafe-assignment -- our own trial's word
  const { config, appSecret } = JSON.parse(order)
  const name = (await container.answer('uname', '-n')).toLowerCase()
  const put = async (/** @type {string} */ file, /** @type {string} */ mode, /** @type {string} */ text) => {
    const script = 'umask 077; mkdir -p "${1%/*}"; cat >"$1" && chgrp room-panel "$1" && chmod "$2" "$1"'
    assert.equal((await container.tryOut(['sh', '-c', script, 'sh', file, mode], text)).status, 0)
  }
  await put(`/etc/room-panel/doors/${name}.json`, '660', JSON.stringify({ config }))
  await put(secretFile, '600', 'x'.repeat(32))
  await container.tryOut(['systemctl', 'start', unit])
  assert.match(await container.answer('systemctl', '--failed', '--plain', '--no-legend'), new RegExp(unit))
  await patiently('the pause', async () =>
    (await journalOf(container, 'room-panel-provision-again')).includes('Trying again in') ? true : undefined,
  )
  const triedTwice = /token: credentialsRejected[^]*token: credentialsRejected/
  await patiently(
    'the next try',
    async () => (triedTwice.test(await journalOf(container, 'room-panel-provision')) ? true : undefined),
    120_000,
  )

  await put(secretFile, '600', `${appSecret}\n`)
  await container.answer('systemctl', 'restart', unit)
  for (const gone of [secretFile, `/etc/room-panel/doors/${name}.json`])
    assert.equal((await container.tryOut(['test', '-e', gone])).status, 1, `${gone} is still there`)
  return 'failed twice with a wrong secret, set up with the right one, which is gone from the image'
}

/**
 * @param {Container} container
 * @param {string} of
 */
const journalOf = (container, of) =>
  container.answer('journalctl', '--unit', `${of}.service`, '--no-pager', '--output=cat')
