import assert from 'node:assert/strict'

/** @typedef {import('../container.mjs').Container} Container */

const home = '/var/lib/room-panel'
const own = [`${home}/.config/room-panel`, '/etc/room-panel', '/run/room-panel']
const others = [
  home,
  `${home}/.config`,
  `${home}/.local/share/keyrings`,
  '/',
  '/etc',
  '/opt/room-panel',
  '/usr/lib/room-panel',
  '/var',
]

/**
 * Checks which files an intruder in the panel could leave on the tablet, by trying it in the panel's place,
 * as its user.
 *
 * @param {Container} container
 */
export const expectOwnFolders = async (container) => {
  const pid = await container.answer(
    'systemctl',
    'show',
    '--property=MainPID',
    '--value',
    'room-panel.service',
  )
  const asKiosk = ['setpriv', '--reuid=room-panel', '--regid=room-panel', '--clear-groups']
  const there = ['nsenter', `--target=${pid}`, '--mount', ...asKiosk, 'sh', '-c']
  const writes = async (/** @type {string} */ folder) =>
    (await container.tryOut([...there, 'touch "$1/was-here" && rm "$1/was-here"', 'sh', folder])).status === 0
  for (const folder of own)
    assert.equal(await writes(folder), true, `${folder} can't be written by the panel`)
  for (const folder of others)
    assert.equal(await writes(folder), false, `${folder} can be written by the panel`)
  // Also tried outside of the unit's own view of the disk, because the home's rights must hold by themselves.
  for (const folder of [home, `${home}/.config`, `${home}/.local/share`]) {
    const { status } = await container.tryOut([...asKiosk, 'test', '-w', folder])
    assert.equal(status, 1, `${folder} belongs to the panel`)
  }
  const mode = await container.answer('stat', '--format=%a %U', '/run/room-panel')
  assert.equal(mode, '700 room-panel')
  const status = await container.answer('cat', `/proc/${pid}/status`)
  assert.match(status, /^NoNewPrivs:\t1$/m)
  assert.match(status, /^CapBnd:\t0+$/m)
  assert.match(await container.answer('cat', `/proc/${pid}/limits`), /^Max core file size +0 +0 /m)
  return `writes ${own.join(', ')} and nothing else; no capability, no core`
}
