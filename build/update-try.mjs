import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { makeDebianPackage } from './deb/package.mjs'
import { packTrial, trialVersion } from './deb/trial.mjs'
import { carryOut } from './setup/step.mjs'
import { bakeImage } from './try/bake.mjs'
import { boot } from './try/container.mjs'
import { inAContainer } from './try/in-a-container.mjs'
import { provision } from './try/life.mjs'
import { startFeishu, trueState } from './try/tablet.mjs'
import { serveFolder } from './try/updates/update-folder.mjs'
import { cutOff, introduce, noWayDown, refuse, takeBack, waitAndUpdate } from './try/updates/update-life.mjs'
import { makeVersions, versions } from './try/updates/versions.mjs'

/**
 * A tablet's updates, in a container with a systemd of its own: one that waits for its moment and is kept,
 * two that are rolled back, one that is interrupted, and some from tampered folders.
 *
 * @param {import('./session/closing.mjs').Closing} closing
 */
const live = async (closing) => {
  const workshop = await mkdtemp('/var/tmp/room-panel-try-')
  closing.add(() => rm(workshop, { recursive: true }))
  const [packages, old] = await theVersions(workshop)
  const image = await bakeImage(workshop)
  const container = await boot(image.folder, closing.add)
  const feishu = await startFeishu(container)
  closing.add(feishu.stop)
  const folder = await serveFolder(container, workshop, closing.add)
  const back = (/** @type {'blind' | 'dead'} */ one) => () =>
    takeBack(container, folder, packages[one], versions[one])

  /** @type {[title: string, doing: string, run: () => Promise<string>][]} */
  const steps = [
    ['Provisioning', 'room-panel provision', () => provision(container, feishu.order)],
    ['Panel', 'looking at it', async () => `shows ${(await trueState(container)).occupancy}`],
    ['Folder', 'making it known to the tablet', () => introduce(container, image.folder, folder)],
    ['Update', 'at a quiet moment', () => waitAndUpdate(container, folder, old, packages, feishu)],
    ['Tampered with', 'trying to have it installed', () => refuse(container, folder, packages)],
    ['Older', 'offering a version before', () => noWayDown(container, folder, old)],
    ['Blind', 'a version that can’t reach its calendar', back('blind')],
    ['Dead', 'a version that doesn’t start', back('dead')],
    ['Cut off', 'killing it in the middle', () => cutOff(container, folder, packages.cutOff)],
  ]
  for (const [title, doing, run] of steps) await carryOut({ title, doing, run })
}

/** @param {string} workshop */
const theVersions = async (workshop) => {
  const folder = join(workshop, 'packages')
  await mkdir(folder)
  const program = await packTrial(join(workshop, 'program'))
  const old = await makeDebianPackage({ version: trialVersion, program, folder, compression: 'none' })
  return /** @type {const} */ ([await makeVersions(folder), old])
}

await inAContainer(live, ['apt-utils', 'gnupg', 'openssl'])
