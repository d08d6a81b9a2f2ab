import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { makeDebianPackage } from '../deb/package.mjs'
import { packTrial, trialOf, trialVersion } from '../deb/trial.mjs'
import { inProject, readJson } from '../project.mjs'
import { run } from '../run.mjs'
import { carryOut } from '../setup/step.mjs'
import { debianBase, putDisplayInMemory, runInImage } from './container.mjs'

const { version } = readJson(inProject('package.json'), { version: '' })
const units = '/usr/lib/systemd/system/room-panel*.service'
const commands = '/usr/lib/systemd/system/room-panel-command-.service.d'

/** What rules of the package's, or of its documents, are for, and what a trial tries them with. */
const besides = ['nftables', 'polkitd']

/**
 * Fails where a unit is above 4 of 10 on the scale of `systemd-analyze security`, which judges how much harm a service could do to
 * the tablet. The threshold is in tenths. A command of root's is a unit while it runs, so a unit file like it is written here.
 */
const judgeExposure = `
{ printf '[Service]\nUser=room-panel\nExecStart=/bin/true\n'; cat ${commands}/*.conf; } >/tmp/room-panel-command.service
systemd-analyze security --offline=yes --threshold=40 --no-pager ${units} /tmp/room-panel-command.service
rm /tmp/room-panel-command.service`

/**
 * Changes a settings file in the package. dpkg asks about it if IT has changed it as well (`upgrade` in
 * life.mjs).
 */
const changeSettings = async (/** @type {string} */ tree) => {
  await run(
    'sh',
    ['-c', `find etc usr/lib/room-panel/settings -type f -exec sh -c 'echo "# newer" >>"$1"' - {} ';'`],
    { cwd: tree },
  )
}

/**
 * @typedef {object} Image
 * @property {string} folder a Debian 12 with the package installed, not booted yet
 * @property {string} upgrade the path in it of a package of a later version
 */

/**
 * @param {string} workshop an empty folder
 * @returns {Promise<Image>}
 */
export const bakeImage = async (workshop) => {
  const folder = join(workshop, 'tablet')
  const [first, upgrade] = ['/root/room-panel.deb', '/root/room-panel-next.deb']
  await carryOut({
    title: 'Debian 12',
    doing: 'fetching or unpacking it',
    run: async () => {
      const base = await debianBase()
      await mkdir(folder)
      await run('tar', ['-xf', base, '-C', folder])
      return 'there'
    },
  })
  await carryOut({
    title: 'Packages',
    doing: 'writing two versions',
    run: async () => {
      const program = await packTrial(join(workshop, 'program'))
      const wishes = /** @type {const} */ ({ folder: workshop, program, compression: 'none' })
      await run('mv', [await makeDebianPackage({ ...wishes, version: trialVersion }), join(folder, first)])
      const later = await makeDebianPackage({
        ...wishes,
        version: trialOf(`${version}+next`),
        alter: changeSettings,
      })
      await run('mv', [later, join(folder, upgrade)])
      return 'written'
    },
  })
  await carryOut({
    title: 'Installation',
    doing: 'apt-get install',
    run: async () => {
      await runInImage(folder, ['apt-get', 'update'])
      await runInImage(folder, ['apt-get', 'install', '-y', '--no-install-recommends', first, ...besides])
      await runInImage(folder, ['sh', '-c', `systemd-analyze verify ${units}`])
      await runInImage(folder, ['sh', '-euc', judgeExposure])
      return 'done; the units pass systemd-analyze verify, and none is more exposed than 4.0'
    },
  })
  await putDisplayInMemory(folder)
  return { folder, upgrade }
}
