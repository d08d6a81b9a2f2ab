import { mkdtemp, rm } from 'node:fs/promises'
import { carryOut } from './setup/step.mjs'
import { bakeImage } from './try/bake.mjs'
import { trustCompany } from './try/company.mjs'
import { boot } from './try/container.mjs'
import { noInodes, readOnlyDisk, rename } from './try/hardships.mjs'
import { inAContainer } from './try/in-a-container.mjs'
import { provisionByImage } from './try/image.mjs'
import { freeze, killKeyring, lookAt, provision, purge, upgrade } from './try/life.mjs'
import { pictureBeforeNetwork, putSlowNetwork } from './try/slow-network.mjs'
import { startFeishu } from './try/tablet.mjs'

/**
 * The life of a tablet, in a container with a systemd of its own: installed, set up, run, frozen, upgraded, purged.
 *
 * @param {import('./session/closing.mjs').Closing} closing
 */
const live = async (closing) => {
  const workshop = await mkdtemp('/var/tmp/room-panel-try-')
  closing.add(() => rm(workshop, { recursive: true }))
  const image = await bakeImage(workshop)
  await putSlowNetwork(image.folder)
  const container = await boot(image.folder, closing.add)
  const feishu = await startFeishu(container)
  closing.add(feishu.stop)

  /** @type {[title: string, doing: string, run: () => Promise<string>][]} */
  const steps = [
    ['No network', 'waiting for the picture', () => pictureBeforeNetwork(container)],
    ['Image', 'provisioning by what an image brings', () => provisionByImage(container, feishu.order)],
    ['Provisioning', 'room-panel provision', () => provision(container, feishu.order)],
    ['Panel', 'looking at it', () => lookAt(container, image)],
    ['Frozen program', 'stopping the main process', () => freeze(container)],
    ['Dead keyring', 'killing it', () => killKeyring(container)],
    ['Another name', 'hostnamectl', () => rename(container)],
    ['Read-only disk', 'killing screen and panel', () => readOnlyDisk(container)],
    ['No inodes', 'killing screen and panel', () => noInodes(container)],
    ['Company’s authority', 'update-ca-certificates', () => trustCompany(container, workshop)],
    ['Upgrade', 'installing the next version', () => upgrade(container, image)],
    ['Purge', 'apt-get purge', () => purge(container)],
  ]
  for (const [title, doing, run] of steps) await carryOut({ title, doing, run })
}

await inAContainer(live)
