import assert from 'node:assert/strict'
import { patiently } from './container.mjs'

/** @typedef {import('./container.mjs').Container} Container */
/** @typedef {ReturnType<typeof import('./door-in-use.mjs').doorInUse>} Door */

const folder = '/var/lib/room-panel/.config/room-panel'
const filler = `${folder}/filler`

/** Moves the panel's files to a disk of eight megabytes. */
export const moveToSmallDisk = `set -eu
systemctl stop room-panel
cp -a ${folder} /root/kept
mount -t tmpfs -o "size=8M,mode=700,uid=$(id -u room-panel),gid=$(id -g room-panel)" tmpfs ${folder}
cp -a /root/kept/. ${folder}
systemctl start room-panel`

/** Moves them back, with the changes since. */
const moveBack = `set -eu
systemctl stop room-panel
cp -a ${folder} /root/kept-again
umount ${folder}
cp -a /root/kept-again/. ${folder}
rm -r /root/kept /root/kept-again
systemctl start room-panel`

/** @param {Container} container */
export const fillSmallDisk = (container) => container.tryOut(['dd', 'if=/dev/zero', `of=${filler}`, 'bs=1k'])

/** @param {{ container: Container }} place */
export const emptyDisk = async ({ container }) => {
  await container.answer('rm', filler)
  await container.answer('sh', '-c', moveBack)
}

/**
 * The log. Lines that the disk refuses are in the system's journal.
 *
 * @param {Container} container
 * @param {Door} door
 */
const said = async (container, door) =>
  door.log() +
  (await container.answer('journalctl', '--unit', 'room-panel.service', '--no-pager', '--output=cat'))

/**
 * Tries a check-in on a disk without a free byte: the tap is refused with its reason, the panel survives,
 * comes back after a kill, and reports the fault where IT looks. With free space the next tap counts.
 *
 * @param {Container} container
 * @param {Door} door
 */
export const fillDisk = async (container, door) => {
  await container.answer('sh', '-c', moveToSmallDisk)
  await door.untilAwaited()
  await fillSmallDisk(container)
  await door.tapCheckIn()
  await patiently('the refusal', async () =>
    /"event":"check-in.settled".*"notStored"/.test(await said(container, door)) ? true : undefined,
  )
  const { output } = await container.tryOut(['room-panel', 'doctor'])
  assert.match(output, /^disk: (diskFull|notWritable)/m)
  assert.match(output, /^journal: notWritable/m)

  const [color, starts] = [door.color(), await startsSaid(container, door)]
  await container.answer('systemctl', 'kill', '--signal=KILL', 'room-panel.service')
  await patiently('the panel on a full disk', async () =>
    (await startsSaid(container, door)) > starts && door.color() === color ? true : undefined,
  )
  await container.answer('rm', filler)
  return 'the tap was refused as not stored, doctor names the disk, and a kill changed nothing'
}

/**
 * @param {Container} container
 * @param {Door} door
 */
const startsSaid = async (container, door) =>
  (await said(container, door)).split('"event":"panel.begun"').length
