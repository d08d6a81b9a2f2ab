import assert from 'node:assert/strict'
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { trialVersion as first } from '../../deb/trial.mjs'
import { patiently } from '../container.mjs'
import { expectSandbox, trueState } from '../tablet.mjs'
import { tamperings } from './update-folder.mjs'
import { versions } from './versions.mjs'

/** @typedef {import('../container.mjs').Container} Container */
/** @typedef {import('./update-folder.mjs').UpdateFolder} UpdateFolder */
/** @typedef {import('./versions.mjs').Packages} Packages */

const unit = 'room-panel-update.service'
const state = '/var/lib/room-panel-update'
/** Two trials of three minutes, ms. */
const limit = 8 * 60_000

/** @param {Container} container */
const installed = (container) =>
  container.answer('dpkg-query', '--show', '--showformat=${db:Status-Status} ${Version}', 'room-panel')

/** @param {Container} container */
const runningVersion = async (container) => {
  await trueState(container)
  /** @type {{ shown: { version: string } }} */
  // oxlint-disable-next-line typescript/no-unsafe-assignment -- our own program's word
  const { shown } = JSON.parse((await container.tryOut(['room-panel', 'status', '--json'])).output)
  return shown.version
}

/** @param {Container} container */
const outcome = async (container) => (await container.tryOut(['cat', `${state}/outcome`])).output.trim()

/**
 * Starts the unit, as its timer does, and waits for it.
 *
 * @param {Container} container
 */
const update = async (container) => {
  await container.answer('systemctl', 'start', '--no-block', unit)
  await ended(container)
}

/** @param {Container} container */
const ended = (container) =>
  patiently(
    'the update to end',
    async () => {
      const { output } = await container.tryOut(['systemctl', 'is-active', unit])
      return ['inactive', 'failed'].includes(output.trim()) ? true : undefined
    },
    limit,
  )

/**
 * Sets a tablet up for updates as IT does: the certificate authority, and the folder's name and key.
 *
 * @param {Container} container
 * @param {string} system the container's own folder
 * @param {UpdateFolder} folder
 */
export const introduce = async (container, system, folder) => {
  const authority = join(system, 'usr', 'local', 'share', 'ca-certificates', 'updates.crt')
  await copyFile(folder.certificate, authority)
  await container.answer('update-ca-certificates')
  await writeFile(join(system, 'etc', 'room-panel-update', 'folder.sources'), await folder.sources())
  const asKiosk = ['setpriv', '--reuid=room-panel', '--regid=room-panel', '--clear-groups']
  for (const place of ['/etc/room-panel-update', state, '/usr/lib/room-panel/update', '/usr/sbin']) {
    const { status } = await container.tryOut([...asKiosk, 'test', '-w', place])
    assert.equal(status, 1, `${place} can be written by the panel`)
  }
  const { status } = await container.tryOut([...asKiosk, 'test', '-r', `${state}/lock`])
  assert.equal(status, 1, 'The panel can hold the updates’ lock')
  return 'the panel’s user can write none of it, nor hold its lock'
}

/**
 * @param {Container} container
 * @param {UpdateFolder} folder
 * @param {string} old the package that is installed
 * @param {Packages} packages
 * @param {{ orderFor: (room: number, more: object) => string }} feishu
 */
export const waitAndUpdate = async (container, folder, old, packages, feishu) => {
  await folder.sign([old, packages.next])
  await container.answer('systemctl', 'start', '--no-block', unit)
  await patiently('it to wait', () => isWaiting(container), limit)
  // Three looks at a door with a meeting.
  await container.answer('sleep', '65')
  assert.equal(await installed(container), `installed ${first}`)
  const configuration = ['sha256sum', '/etc/default/room-panel', '/etc/credstore/room-panel.keyring-password']
  const before = await container.answer(...configuration)
  const { status, output } = await container.tryOut(
    ['room-panel', 'provision'],
    feishu.orderFor(1, closedToday()),
  )
  assert.equal(status, 0, output)
  await ended(container)
  assert.match(await outcome(container), new RegExp(`${versions.next} is installed and healthy`))
  assert.equal(await installed(container), `installed ${versions.next}`)
  assert.equal(await runningVersion(container), versions.next)
  assert.equal(await container.answer(...configuration), before)
  await expectSandbox(container)
  return `waited during a meeting, then ${first} → ${versions.next}, healthy`
}

/**
 * Whether the update has both packages and waits. Fails if it ended instead.
 *
 * @param {Container} container
 * @returns {Promise<true | undefined>}
 */
const isWaiting = async (container) => {
  const said = await container.answer('journalctl', '--no-pager', '--output=cat', '--unit', unit)
  if (said.includes('waits for a moment')) return true
  assert.doesNotMatch(said, /Deactivated|Failed/, `It ended: ${said}`)
  return undefined
}

/** An office that is closed today and tomorrow. */
const closedToday = () => ({ officeHours: { days: [((new Date().getUTCDay() + 3) % 7) + 1] } })

/**
 * @param {Container} container
 * @param {UpdateFolder} folder
 * @param {string} file a package that is broken
 * @param {string} version
 */
export const takeBack = async (container, folder, file, version) => {
  await folder.sign([file])
  const since = performance.now()
  await update(container)
  const seconds = Math.round((performance.now() - since) / 1000)
  assert.match(await outcome(container), new RegExp(`${versions.next} is back, and healthy`))
  assert.equal(await installed(container), `installed ${versions.next}`)
  assert.equal(await runningVersion(container), versions.next)
  const refused = await container.answer('cat', `${state}/refused`)
  assert.match(refused, new RegExp(`^${version} `, 'm'))
  await update(container)
  assert.match(await outcome(container), /Nothing newer/)
  const why = refused.split('\n').at(-1)?.split('; ').at(-1)
  return `${version} → ${versions.next} after ${seconds} s (${why}); not tried again`
}

/**
 * Kills the update and dpkg in the middle of unpacking, and then does the same as a start of the tablet.
 *
 * @param {Container} container
 * @param {UpdateFolder} folder
 * @param {string} file
 */
export const cutOff = async (container, folder, file) => {
  await folder.sign([file])
  await container.answer('systemctl', 'start', '--no-block', unit)
  await patiently(
    'dpkg to unpack',
    async () => {
      const { status } = await container.tryOut([
        'sh',
        '-c',
        'until ls /opt/room-panel/*.dpkg-new; do sleep 0.01; done',
      ])
      return status === 0 ? true : undefined
    },
    limit,
  )
  await container.answer('systemctl', 'kill', '--signal=KILL', unit)
  await ended(container)
  const half = await installed(container)
  assert.doesNotMatch(half, /^installed/)
  await container.answer('systemctl', 'start', 'room-panel-update-resume.service')
  await patiently(
    'the return',
    async () => ((await outcome(container)).includes('cut off') ? true : undefined),
    limit,
  )
  assert.match(await outcome(container), new RegExp(`${versions.next} is back, and healthy`))
  assert.equal(await installed(container), `installed ${versions.next}`)
  assert.equal(await runningVersion(container), versions.next)
  return `${half}, then ${versions.next} again`
}

/**
 * @param {Container} container
 * @param {UpdateFolder} folder
 * @param {Packages} packages
 */
export const refuse = async (container, folder, packages) => {
  const before = await container.answer('ls', `${state}/kept`)
  const all = Object.values(packages)
  for (const [name, tamper] of tamperings) {
    await folder.clear()
    await folder.sign(all)
    // apt doesn't fetch a package again that it has by the checksum in a signed list.
    await container.answer('find', `${state}/lists`, '-type', 'f', '-delete')
    const undo = await tamper(folder, basename(packages.later))
    const { status, output } = await container.tryOut(['room-panel-update', 'now'])
    assert.equal(status, 1, `${name}: ${output}`)
    assert.match(await outcome(container), /failed: The (folder could not be|folder's list|package of)/, name)
    assert.equal(await installed(container), `installed ${versions.next}`, name)
    assert.equal(await container.answer('ls', `${state}/kept`), before, name)
    await undo?.()
  }
  await refuseSecondFolder(container)
  return `${tamperings.length} ways: ${tamperings.map(([name]) => name).join(', ')}`
}

/**
 * Tries a mistake of IT's: the packages of a second folder would be accepted with any key that the system
 * trusts.
 *
 * @param {Container} container
 */
const refuseSecondFolder = async (container) => {
  const file = container.fileIn('/etc/room-panel-update/folder.sources')
  const before = await readFile(file, 'utf8')
  await writeFile(file, `${before}\nTypes: deb\nURIs: https://127.0.0.1:1/\nSuites: ./\n`)
  const { status } = await container.tryOut(['room-panel-update', 'now'])
  await writeFile(file, before)
  assert.equal(status, 1)
  assert.match(await outcome(container), /failed: folder.sources has to name one folder/)
}

/**
 * @param {Container} container
 * @param {UpdateFolder} folder
 * @param {string} old
 */
export const noWayDown = async (container, folder, old) => {
  await folder.clear()
  await folder.sign([old])
  await container.answer('room-panel-update', 'now')
  assert.match(await outcome(container), /Nothing newer/)
  assert.equal(await installed(container), `installed ${versions.next}`)
  return 'an old folder, validly signed, changes nothing'
}
