import { setTimeout as delay } from 'node:timers/promises'
import { patiently } from '../container.mjs'
import { emptyDisk, fillSmallDisk, moveToSmallDisk } from '../full-disk.mjs'
import { takeNextToken } from '../kill.mjs'

/**
 * @typedef {object} Place
 * @property {import('../container.mjs').Container} container
 * @property {ReturnType<typeof import('../door-in-use.mjs').doorInUse>} door with a meeting, and a check-in to it
 * @property {import('../meeting.mjs').Meeting} meeting
 */

/**
 * A broken world, and how it is seen.
 *
 * @typedef {object} World
 * @property {string} name
 * @property {(place: Place) => Promise<unknown>} spoil
 * @property {(place: Place) => Promise<unknown>} mend
 * @property {'inUse' | 'unknown' | 'support page'} glass what the door shows
 * @property {0 | 1} health its exit status
 * @property {RegExp} status a line of `room-panel status`
 * @property {RegExp[]} doctor lines of `room-panel doctor`; none if it must find no fault
 */

const knows = /^door: ok, inUse$/m

/** @param {Place} place */
const beWell = ({ meeting }) => meeting.have('beWell')

/** @type {(order: string) => World['spoil']} */
const has =
  (order) =>
  ({ meeting }) =>
    meeting.have(order)

/** @type {World['spoil']} */
const restartKeyring = async ({ container, door, meeting }) => {
  await container.answer('systemctl', 'restart', 'room-panel-keyring.service')
  await takeNextToken(door, meeting)
}

const folder = '/var/lib/room-panel/.config/room-panel'
const calls = `${folder}/calls/calls.json`

/** Spends almost all of the month's calls, as counted by an earlier panel. */
const spendCalls = `set -eu
systemctl stop room-panel
cp ${calls} /root/calls.json
sed -i 's/"calls":[0-9]*/"calls":999999/' ${calls}
systemctl start room-panel`

const giveCallsBack = `set -eu
systemctl stop room-panel
cp /root/calls.json ${calls}
systemctl start room-panel`

/**
 * Kills each new page before it is well, until the support page takes its place. The support page must
 * survive, because without it the program would end. The page's rest grows each time (docs/healing.md): the
 * third is two minutes long, in which a busy machine can ask all the tools.
 *
 * @type {World['spoil']}
 */
const killPages = async ({ container, door }) => {
  for (let rest = 1; rest <= 3; rest++) {
    const rests = door.count('page.resting')
    // oxlint-disable no-await-in-loop -- one after the other
    while (door.count('page.resting') === rests) {
      await container.tryOut(['pkill', '-KILL', '-u', 'room-panel', '-f', '--', '--type=renderer'])
      await delay(untilNextPage)
    }
    const doors = door.count('page.back')
    if (rest < 3)
      await patiently(
        'the door again',
        async () => (door.count('page.back') > doors ? true : undefined),
        90_000,
      )
    // oxlint-enable no-await-in-loop
  }
}

/**
 * The time until a replacement for a dead page is logged and has a process, and before a page counts as well;
 * ms.
 */
const untilNextPage = 2000

/** @type {World['spoil']} */
const setClockAhead = async ({ container, door, meeting }) => {
  await meeting.have('setClockAhead')
  await restartPanel({ container, door })
}

/**
 * Waits for the panel after a restart. On a full disk its log does not show it, but its status does.
 *
 * @param {Pick<Place, 'container' | 'door'>} place
 */
const restartPanel = async ({ container, door }) => {
  const since = door.since()
  await container.answer('systemctl', 'restart', 'room-panel.service')
  await patiently('the panel', async () => (door.since() !== since && door.isRight() ? true : undefined))
}

/** @type {(state: 'up' | 'down') => World['spoil']} */
const setNetwork =
  (state) =>
  ({ container }) =>
    container.answer('ip', 'link', 'set', 'lo', state)

/** @type {readonly World[]} */
export const worlds = [
  {
    name: 'keyring restarted',
    spoil: restartKeyring,
    mend: beWell,
    glass: 'inUse',
    health: 0,
    status: knows,
    doctor: [],
  },
  {
    name: 'budget spent',
    spoil: ({ container }) => container.answer('sh', '-c', spendCalls),
    mend: ({ container }) => container.answer('sh', '-c', giveCallsBack),
    glass: 'inUse',
    health: 1,
    status: knows,
    doctor: [/^budget: shareSpent /m],
  },
  {
    name: 'scope gone',
    spoil: has('takeScopes'),
    mend: beWell,
    glass: 'unknown',
    health: 1,
    status: /^door: scopeMissing \(shows unknown: scopeMissing\)/m,
    doctor: [/^scope calendar:room:readonly: scopeMissing /m, /^panel: scopeMissing /m],
  },
  {
    name: 'full disk',
    spoil: async ({ container, door }) => {
      await container.answer('sh', '-c', moveToSmallDisk)
      await fillSmallDisk(container)
      await restartPanel({ container, door })
    },
    mend: emptyDisk,
    glass: 'inUse',
    health: 1,
    status: knows,
    doctor: [/^disk: (diskFull|notWritable) /m, /^journal: notWritable /m],
  },
  {
    name: 'page dead',
    spoil: killPages,
    mend: async () => undefined,
    glass: 'support page',
    health: 1,
    status: /^door: pageCrashes \(shows unknown: pageCrashes\)/m,
    doctor: [/^panel: pageCrashes /m],
  },
  {
    name: 'clock wrong',
    spoil: setClockAhead,
    mend: async ({ container, door, meeting }) => {
      await meeting.have('beWell')
      await restartPanel({ container, door })
    },
    glass: 'inUse',
    health: 0,
    status: knows,
    doctor: [/^clock: clockSkewed \((59\d|60\d) s slow\)/m],
  },
  {
    name: 'secret wrong',
    spoil: has('rotateSecret'),
    mend: beWell,
    glass: 'unknown',
    health: 1,
    status: /^door: credentialsRejected \(shows unknown: credentialsRejected\)/m,
    doctor: [/^token: credentialsRejected /m, /^panel: credentialsRejected /m],
  },
  {
    name: 'room gone',
    spoil: has('removeRoom'),
    mend: beWell,
    glass: 'unknown',
    health: 1,
    status: /^door: room\w+ \(shows unknown: room\w+\)/m,
    doctor: [/^room: roomUnknown /m, /^panel: room\w+ /m],
  },
  {
    name: 'network gone',
    spoil: setNetwork('down'),
    mend: setNetwork('up'),
    glass: 'unknown',
    health: 1,
    status: /^door: unreachable \(shows unknown: unreachable\)/m,
    doctor: [/^connection: (offline|unreachable|timedOut)/m, /^panel: unreachable /m],
  },
  {
    name: 'calendar down',
    spoil: has('goDown'),
    mend: beWell,
    glass: 'unknown',
    health: 1,
    status: /^door: (unreachable|platformFault) \(shows unknown/m,
    doctor: [/^connection: gatewayFault|^token: gatewayFault/m, /^panel: /m],
  },
]
