import { mkdtemp, rm } from 'node:fs/promises'
import { carryOut } from '../../setup/step.mjs'
import { setUpHub } from '../../setup/steps.mjs'
import { boot } from '../../try/container.mjs'
import { inAContainer } from '../../try/in-a-container.mjs'
import { startSimulator } from '../../try/simulator.mjs'
import { configure, enrolADoor, install, kill, purge, upgrade } from './life.mjs'
import { makeServer } from './server.mjs'

/**
 * The hub's life on a server of its own, in a container with a systemd: installed, configured, killed, purged.
 *
 * @param {import('../../session/closing.mjs').Closing} closing
 */
const live = async (closing) => {
  const workshop = await mkdtemp('/var/tmp/room-panel-hub-try-')
  closing.add(() => rm(workshop, { recursive: true }))
  /** @type {Awaited<ReturnType<typeof makeServer>>} */
  let server = { folder: '', file: '', upgrade: '' }
  await carryOut({
    title: 'Server',
    doing: 'Debian 12, and the package with the archives that it depends on',
    run: async () => {
      server = await makeServer(workshop)
      return 'made'
    },
  })
  const container = await boot(server.folder, closing.add)
  const feishu = await startSimulator(container)
  closing.add(feishu.stop)
  /** @type {[title: string, doing: string, run: () => Promise<string>][]} */
  const steps = [
    ['Installation', 'apt-get install', () => install(container, server.file)],
    ['Configuration', 'systemctl start', () => configure(container, feishu)],
    ['A door', 'room-panel-hub enrol', () => enrolADoor(container, feishu)],
    ['Killed', 'kill -9', () => kill(container)],
    ['Upgrade', 'apt-get install', () => upgrade(container, server.upgrade)],
    ['Purge', 'apt-get purge', () => purge(container)],
  ]
  for (const [title, doing, run] of steps) await carryOut({ title, doing, run })
}

await inAContainer(live, [], setUpHub)
