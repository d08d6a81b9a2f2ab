import { mkdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { inProject, readJson } from '../../project.mjs'
import { run } from '../../run.mjs'
import { debianBase, runInImage } from '../../try/container.mjs'
import { makeHubPackage } from '../package.mjs'

const { version } = readJson(inProject('package.json'), { version: '' })

/** Apt's own folder of archives is this machine's while an image is made, and the container's afterwards. */
export const archives = '/var/cache/room-panel-archives'

/**
 * A Debian 12 that has apt's lists, the archives of all that the hub's package depends on, and the package itself: what
 * a server with a network has at hand.
 *
 * @param {string} workshop an empty folder
 * @returns {Promise<{ folder: string, file: string, upgrade: string }>} the server's folder; the paths in it of the package, and
 *   of one of a later version
 */
export const makeServer = async (workshop) => {
  const folder = join(workshop, 'server')
  const base = await debianBase()
  await mkdir(folder)
  await run('tar', ['-xf', base, '-C', folder])
  const put = async (/** @type {string} */ as) => {
    const made = await makeHubPackage({ version: as, folder: workshop, compression: 'none' })
    const file = `/root/${basename(made)}`
    await run('mv', [made, join(folder, file)])
    return file
  }
  const [file, upgrade] = [await put(version), await put(`${version}+next`)]
  await mkdir(join(folder, archives, 'partial'), { recursive: true })
  await runInImage(folder, ['apt-get', 'update'])
  const toOwn = ['-o', `Dir::Cache::archives=${archives}`, '-o', 'APT::Keep-Downloaded-Packages=true']
  await runInImage(folder, ['apt-get', 'install', '-y', '--download-only', ...toOwn, file])
  await rm(join(folder, 'usr/sbin/policy-rc.d'), { force: true })
  return { folder, file, upgrade }
}
