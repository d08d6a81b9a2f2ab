import assert from 'node:assert/strict'
import { patiently } from './container.mjs'
import { pictureOf, trueState } from './tablet.mjs'

/** @typedef {import('./container.mjs').Container} Container */

const folder = '/var/lib/room-panel/.config/room-panel'

/** @param {Container} container */
const killAll = (container) =>
  container.answer(
    'systemctl',
    'kill',
    '--signal=KILL',
    'room-panel-keyring.service',
    'room-panel-display.service',
    'room-panel.service',
  )

/**
 * Renames the host. Every value that was derived from the host's name at a start is invalid after this.
 *
 * @param {Container} container
 */
export const rename = async (container) => {
  const { pageAt } = await trueState(container)
  await container.answer('hostnamectl', 'set-hostname', 'door-3-12')
  await container.answer('systemctl', 'kill', '--signal=KILL', 'room-panel.service')
  const { occupancy } = await trueState(container, pageAt)
  assert.match(await container.answer('room-panel', 'status', '--json'), /"name":"door-3-12"/)
  return `the panel came back at the same screen, and shows ${occupancy}`
}

/** The log. Lines that the disk refuses are in the system's journal. */
const said = async (/** @type {Container} */ container) => {
  const log = `cat ${folder}/logs/room-panel.log; journalctl --unit room-panel.service --no-pager --output=cat`
  return container.answer('sh', '-c', log)
}

/** @param {string} log @param {string} event */
const count = (log, event) => log.split(`"event":"${event}"`).length

/**
 * @param {Container} container
 * @param {string} disk the sh commands that make this disk
 */
const comesBackOn = async (container, disk) => {
  await container.answer('sh', '-euc', disk)
  const before = await said(container)
  await killAll(container)
  const isMore = async (/** @type {string} */ event) =>
    count(await said(container), event) > count(before, event) ? true : undefined
  await patiently('the panel on such a disk', () => isMore('panel.begun'))
  await patiently('the word for it', () => isMore('journal.failed'))
  // Ready is a page that has painted.
  await patiently('its page', async () => {
    const { output } = await container.tryOut(['systemctl', 'is-active', 'room-panel.service'])
    return output.trim() === 'active' ? true : undefined
  })
  assert.doesNotMatch(await said(container), /running already/)
}

/** @param {Container} container */
const isSaidToRun = async (container) =>
  (await container.tryOut(['room-panel', 'status'])).output.includes('panel: running')

/** The folders of a disk that are written to. A root in use can't be made read-only without the file system's help. */
const written = '/etc /var'

/**
 * Makes the whole disk read-only. What X needs of it (a log, a lock, a socket), and the folder in which systemd makes a unit's own
 * /dev, are in memory. Chromium's own lock would report "locked".
 *
 * @param {Container} container
 */
export const readOnlyDisk = async (container) => {
  const { pageAt } = await trueState(container)
  assert.equal(await container.answer('findmnt', '--noheadings', '--output=FSTYPE', '/tmp'), 'tmpfs')
  await comesBackOn(
    container,
    `touch ${folder}/SingletonLock
    for part in ${written}; do
      mount --bind $part $part
      mount -o remount,bind,ro $part
      if touch $part/written; then exit 1; fi
    done`,
  )
  await pictureOf(container, 'read-only.png')
  assert.ok(await isSaidToRun(container))
  await patiently('the secret', async () =>
    (await container.tryOut(['room-panel', 'doctor'])).output.includes('secret: ok') ? true : undefined,
  )
  await container.answer('systemctl', 'stop', 'room-panel.service')
  assert.ok(!(await isSaidToRun(container)), 'A panel that was stopped is said to run')
  await container.answer('sh', '-c', `umount --lazy ${written}`)
  await container.answer('systemctl', 'start', '--no-block', 'room-panel.service')
  const { occupancy } = await trueState(container, pageAt)
  return `keyring, screen and panel came back, and the door said that nothing can be kept; on a sound disk it shows ${occupancy}`
}

/**
 * Uses up all inodes: the disk has free space, but no new file can be created.
 *
 * @param {Container} container
 */
export const noInodes = async (container) => {
  const { pageAt } = await trueState(container)
  await comesBackOn(
    container,
    `systemctl stop room-panel
    cp -a ${folder} /root/kept
    files=$(find /root/kept | wc -l)
    mount -t tmpfs -o "size=64M,nr_inodes=$((files + 40)),mode=700,uid=$(id -u room-panel),gid=$(id -g room-panel)" tmpfs ${folder}
    cp -a /root/kept/. ${folder}
    systemctl start --no-block room-panel
    until room-panel status >/dev/null; do sleep 1; done
    number=0
    while touch ${folder}/filler-$number 2>/dev/null; do number=$((number + 1)); done`,
  )
  await container.answer('systemctl', 'stop', 'room-panel.service')
  await container.answer('umount', folder)
  await container.answer('systemctl', 'start', '--no-block', 'room-panel.service')
  const { occupancy } = await trueState(container, pageAt)
  return `the panel came back without a file of its own; on a sound disk it shows ${occupancy}`
}
