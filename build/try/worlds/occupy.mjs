import { patiently } from '../container.mjs'
import { doorInUse } from '../door-in-use.mjs'
import { provision } from '../life.mjs'
import { startMeeting } from '../meeting.mjs'
import { pictureFile } from './agreement.mjs'

const keepPicture = `echo 'ROOM_PANEL_ARGUMENTS=--screenshot ${pictureFile}' >>/etc/default/room-panel`

/** A start that takes longer than 180 s is ended, and begun again (room-panel.service): a busy machine needs two; ms. */
const longestStart = 400_000

/**
 * Sets up a tablet whose room has a meeting, checks in at its screen, and makes it store a picture of the
 * door.
 *
 * @param {import('../container.mjs').Container} container
 * @param {(end: () => Promise<void>) => void} atEnd
 * @returns {Promise<import('./worlds.mjs').Place>}
 */
export const occupy = async (container, atEnd) => {
  const meeting = await startMeeting(container)
  atEnd(meeting.stop)
  await provision(container, meeting.order)
  await container.answer('sh', '-c', keepPicture)
  await container.tryOut(['systemctl', 'restart', 'room-panel.service'])
  await patiently('the panel', () => isActive(container), longestStart)
  const door = doorInUse(container, meeting.booking)
  await door.checkIn()
  return { container, door, meeting }
}

/**
 * @param {import('../container.mjs').Container} container
 * @returns {Promise<true | undefined>}
 */
const isActive = async (container) => {
  const { status } = await container.tryOut(['systemctl', 'is-active', '--quiet', 'room-panel.service'])
  return status === 0 ? true : undefined
}
