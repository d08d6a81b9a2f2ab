import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { carryOut } from './setup/step.mjs'
import { bakeImage } from './try/bake.mjs'
import { boot } from './try/container.mjs'
import { doorInUse } from './try/door-in-use.mjs'
import { fillDisk } from './try/full-disk.mjs'
import { inAContainer } from './try/in-a-container.mjs'
import { killInARow, tableOf, victims } from './try/kill.mjs'
import { provision } from './try/life.mjs'
import { startMeeting } from './try/meeting.mjs'

/** @param {readonly string[]} only */
const isWanted =
  (only) =>
  (/** @type {{ name: string }} */ { name }) =>
    only.length === 0 || only.some((part) => name.includes(part))

/**
 * Kills each part of a tablet repeatedly during a meeting with a check-in, in a container with a systemd of
 * its own. The shipped units bring each part back.
 *
 * @param {import('./session/closing.mjs').Closing} closing
 * @param {{ times: number, only: readonly string[] }} options `only`: parts of the victims' names; none for all
 */
const kill = async (closing, { times, only }) => {
  const workshop = await mkdtemp('/var/tmp/room-panel-kills-')
  closing.add(() => rm(workshop, { recursive: true }))
  const image = await bakeImage(workshop)
  const container = await boot(image.folder, closing.add)
  const meeting = await startMeeting(container)
  closing.add(meeting.stop)
  const door = doorInUse(container, meeting.booking)
  await carryOut({
    title: 'Provisioning',
    doing: 'room-panel provision',
    run: () => provision(container, meeting.order),
  })
  await carryOut({
    title: 'Full disk',
    doing: 'filling it, and checking in',
    run: () => fillDisk(container, door),
  })
  await carryOut({
    title: 'Meeting',
    doing: 'checking in at the screen',
    run: async () => {
      const color = await door.checkIn()
      const audit = ['--unit', 'room-panel.service', '--grep', '^audit .*"checkIn"', '--no-pager', '--quiet']
      await container.answer('journalctl', ...audit)
      return `in use, with a check-in, of which systemd’s journal has the audit’s line; the screen is ${color}`
    },
  })
  /** @type {import('./try/kill.mjs').Toll[]} */
  const tolls = []
  for (const victim of victims.filter(isWanted(only))) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await carryOut({
      title: victim.name,
      doing: `${times} × ${victim.signal}`,
      run: async () => {
        tolls.push(await killInARow({ container, door, meeting }, victim, times))
        return 'the state was right each time, and so it was with the next token'
      },
    })
  }
  console.log(tableOf(tolls))
  assert.equal(await meeting.repliesSent(), 0, 'A reply was sent')
  const { output } = await container.tryOut(['room-panel', 'doctor'])
  assert.match(output, /keyring: ok[^]*secret: ok/)
  console.log('No reply was sent; the check-in is in the journal; the keyring is open and has the secret')
  const tooSlow = tolls.filter(({ times: took, limit }) => Math.max(...took) > limit).map(({ name }) => name)
  if (tooSlow.length > 0) throw new Error(`Took longer than allowed: ${tooSlow.join(', ')}`)
}

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '20' },
    only: { type: 'string', multiple: true, default: [] },
  },
})
await inAContainer((closing) => kill(closing, { times: Number(values.times), only: values.only }))
