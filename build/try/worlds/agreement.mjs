import assert from 'node:assert/strict'
import { copyFile, mkdir } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { inProject } from '../../project.mjs'
import { patiently } from '../container.mjs'
import { doctorOf } from '../tablet.mjs'

/** @typedef {import('./worlds.mjs').World} World */
/** @typedef {import('./worlds.mjs').Place} Place */

/** The colours of the states, as they stand in the stylesheets of the page and of the support page. */
const states = new Map([
  ['#8c1028', 'inUse'],
  ['#8fe3ae', 'free'],
  ['#1b50bd', 'awaitingCheckIn'],
  ['#505864', 'unknown'],
  ['#444b56', 'unknown'],
  ['#272c35', 'outOfService'],
  ['#1b1f27', 'notSetUp'],
  ['#12151b', 'support page'],
])

/** The state that a tool reports, also for the support page. */
const saidOf = (/** @type {World['glass']} */ glass) => (glass === 'support page' ? 'unknown' : glass)

export const pictureFile = '/run/room-panel/panel.png'
/** The picture is made every five seconds. */
const betweenPictures = 6000

/**
 * @typedef {object} Finding
 * @property {string} name of the world
 * @property {string} glass
 * @property {string} picture
 * @property {string} status its output, and its exit status
 * @property {string} health its exit status
 * @property {string} doctor
 */

/**
 * Breaks the world, waits until the door shows it, and checks that every tool reports the same.
 *
 * @param {World} world
 * @param {Place} place
 * @returns {Promise<Finding>}
 */
export const agreementIn = async (world, place) => {
  const { container, door } = place
  const onGlass = () => states.get(door.color())
  await world.spoil(place)
  await patiently(`“${world.glass}” on the screen`, async () => {
    if (world.glass === 'unknown') await door.touch()
    return onGlass() === world.glass ? true : undefined
  })
  const said = await toolsSay(container)
  assert.equal(onGlass(), world.glass, 'The door shows something else by now')
  const picture = await keptPicture(container, world.glass)
  expectAgreement(world, said)

  await world.mend(place)
  await patiently(
    'the sound world',
    async () => {
      await door.touch()
      return onGlass() === 'inUse' && door.isRight() ? true : undefined
    },
    180_000,
  )
  return { name: world.name, glass: world.glass, picture, ...wordsOf(said) }
}

/** @typedef {Awaited<ReturnType<typeof toolsSay>>} Said */

/** @param {Place['container']} container */
const toolsSay = async (container) => ({
  status: await container.tryOut(['room-panel', 'status']),
  json: await container.tryOut(['room-panel', 'status', '--json']),
  health: await container.tryOut(['room-panel', 'health']),
  doctor: await doctorOf(container),
})

/**
 * @param {World} world
 * @param {Said} said
 */
const expectAgreement = (world, { status, json, health, doctor }) => {
  assert.match(status.output, world.status)
  assert.equal(status.status, world.glass === 'inUse' ? 0 : 1, status.output)
  assert.equal(json.status, status.status)
  /** @type {{ shown: { occupancy: string }, age: number }} */
  // oxlint-disable-next-line typescript/no-unsafe-assignment -- our own program's word
  const { shown, age } = JSON.parse(json.output)
  assert.equal(shown.occupancy, saidOf(world.glass))
  assert.ok(age < 60, `The status is ${age} s old`)
  /** @type {{ door: { occupancy: string } }} */
  // oxlint-disable-next-line typescript/no-unsafe-assignment -- the same
  const { door } = JSON.parse(health.output)
  assert.equal(door.occupancy, saidOf(world.glass))
  assert.equal(health.status, world.health, health.output)
  for (const line of world.doctor) assert.match(doctor.output, line)
  assert.equal(doctor.status, world.doctor.length === 0 ? 0 : 1, doctor.output)
}

/**
 * @param {Said} said
 * @returns {Pick<Finding, 'status' | 'health' | 'doctor'>}
 */
const wordsOf = ({ status, health, doctor }) => {
  const found = doctor.output.split('\n').filter((line) => line !== '' && !/: (ok|skipped)/.test(line))
  return {
    status: `${firstWords(/^door: (.*)$/m.exec(status.output)?.[1] ?? '')}; ${status.status}`,
    health: `${health.status}`,
    doctor: `${found.map(firstWords).join(', ') || 'nothing'}; ${doctor.status}`,
  }
}

/** The fault, without the advice. */
const firstWords = (/** @type {string} */ line) => line.split(/\. |\.$/)[0] ?? ''

/**
 * Checks that the stored picture shows the same state, or is missing.
 *
 * @param {Place['container']} container
 * @param {World['glass']} glass
 */
const keptPicture = async (container, glass) => {
  await delay(betweenPictures)
  const colors = ['-crop', '700x560+60+180', '-format', '%c', 'histogram:info:-']
  const { status, output } = await container.tryOut(['convert', pictureFile, ...colors])
  if (status !== 0) return 'none'
  const [most = ''] = output
    .split('\n')
    .toSorted((one, other) => Number.parseInt(other, 10) - Number.parseInt(one, 10))
  const shown = states.get(/#[0-9A-F]{6}/.exec(most)?.[0].toLowerCase() ?? '')
  assert.equal(shown, glass, `The kept picture shows something else: ${most}`)
  await mkdir(inProject('dist', 'worlds'), { recursive: true })
  await copyFile(container.fileIn(pictureFile), inProject('dist', 'worlds', `${glass.replace(' ', '-')}.png`))
  return shown
}

/** @param {Finding[]} findings */
export const tableOfWorlds = (findings) =>
  [
    ['', 'on the screen', 'panel.png', '`status`; exit', '`health`', '`doctor` finds; exit'],
    ['---', '---', '---', '---', '---', '---'],
    ...findings.map(({ name, glass, picture, status, health, doctor }) => [
      name,
      glass,
      picture,
      status,
      health,
      doctor,
    ]),
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
