import { doorInUse } from '../door-in-use.mjs'
import { provision } from '../life.mjs'
import { startMeeting } from '../meeting.mjs'
import { pictureFile } from './agreement.mjs'

const keepPicture = `set -eu
echo 'ROOM_PANEL_ARGUMENTS=--screenshot ${pictureFile}' >>/etc/default/room-panel
systemctl restart room-panel.service`

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
  const door = doorInUse(container, meeting.booking)
  await door.checkIn()
  return { container, door, meeting }
}
