import { mkdtemp, rm } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { carryOut } from './setup/step.mjs'
import { agreementIn, tableOfWorlds } from './try/worlds/agreement.mjs'
import { bakeImage } from './try/bake.mjs'
import { goThroughProxy, trustCompany } from './try/company.mjs'
import { boot } from './try/container.mjs'
import { lookThrough, takeDescriptors } from './try/descriptors.mjs'
import { closeEgress } from './try/egress.mjs'
import { noInodes, readOnlyDisk, rename } from './try/hardships.mjs'
import { inAContainer } from './try/in-a-container.mjs'
import { provisionByImage } from './try/image.mjs'
import {
  freeze,
  killKeyring,
  lookAt,
  provision,
  purge,
  spoilKeyring,
  stopKeyring,
  upgrade,
} from './try/life.mjs'
import { occupy } from './try/worlds/occupy.mjs'
import { pictureBeforeNetwork, putSlowNetwork } from './try/slow-network.mjs'
import { expectOwnFolders } from './try/security/own-folders.mjs'
import { refuseByPolkit } from './try/security/polkit.mjs'
import { sealKeyring } from './try/security/sealed-keyring.mjs'
import { startFeishu } from './try/tablet.mjs'
import { worlds } from './try/worlds/worlds.mjs'

/**
 * A tablet's life, in a container with a systemd of its own: installed, set up, run, frozen, upgraded,
 * purged.
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
    ['Panel', 'looking at it', () => lookAt(container)],
    ['Own folders', 'trying to write elsewhere', () => expectOwnFolders(container)],
    ['Polkit', 'asking it as the panel’s user', () => refuseByPolkit(container)],
    ['Root’s commands', 'looking at what goes through', () => lookThrough(container)],
    ['Descriptors', 'taking those of root’s commands', () => takeDescriptors(container)],
    ['Egress', 'closing it in the kernel', () => closeEgress(container)],
    ['Frozen program', 'stopping the main process', () => freeze(container)],
    ['Dead keyring', 'killing it', () => killKeyring(container)],
    ['Slow keyring', 'stopping it', () => stopKeyring(container)],
    ['Spoilt keyring', 'cutting its file off', () => spoilKeyring(container, feishu.order)],
    ['Another name', 'hostnamectl', () => rename(container)],
    ['Read-only disk', 'killing keyring, screen and panel', () => readOnlyDisk(container)],
    ['No inodes', 'killing keyring, screen and panel', () => noInodes(container)],
    ['Company’s authority', 'update-ca-certificates', () => trustCompany(container, workshop)],
    ['Sealed keyring', 'giving it another password', () => sealKeyring(container, feishu.order)],
    ['Proxy', 'room-panel doctor', () => goThroughProxy(container)],
    ['Upgrade', 'installing the next version', () => upgrade(container, image)],
    ['Purge', 'apt-get purge', () => purge(container)],
  ]
  for (const [title, doing, run] of steps) await carryOut({ title, doing, run })
}

/**
 * Breaks a tablet's world in one way after the other, and checks that the tools report the door's state.
 *
 * @param {import('./session/closing.mjs').Closing} closing
 * @param {string} only tries only the worlds with this text in their names
 */
const breakWorlds = async (closing, only) => {
  const workshop = await mkdtemp('/var/tmp/room-panel-try-')
  closing.add(() => rm(workshop, { recursive: true }))
  const container = await boot((await bakeImage(workshop)).folder, closing.add)
  const place = await occupy(container, closing.add)
  /** @type {import('./try/worlds/agreement.mjs').Finding[]} */
  const findings = []
  for (const world of worlds.filter(({ name }) => name.includes(only))) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await carryOut({
      title: world.name,
      doing: 'breaking it',
      run: async () => {
        findings.push(await agreementIn(world, place))
        return 'the door, its picture, status and doctor agree'
      },
    })
  }
  console.log(tableOfWorlds(findings))
}

const { values } = parseArgs({
  options: { worlds: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
})
await inAContainer((closing) => (values.worlds ? breakWorlds(closing, values.only) : live(closing)))
