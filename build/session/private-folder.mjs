import { chown, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * @typedef {object} PrivateFolder
 * @property {string} path a temporary folder that only the user can open
 * @property {NodeJS.ProcessEnv} env makes a program store all its files there
 * @property {() => Promise<void>} remove
 */

/** The variables of our environment that a program for another user may see. */
const inherited = ['PATH', 'LANG', 'LC_ALL', 'TZ', 'DISPLAY']

const inheritedEnv = () =>
  Object.fromEntries(inherited.filter((name) => name in process.env).map((name) => [name, process.env[name]]))

/**
 * A home for one session of one user.
 *
 * @param {import('./ordinary-user.mjs').OrdinaryUser} user
 * @returns {Promise<PrivateFolder>}
 */
export const makePrivateFolder = async ({ uid, gid }) => {
  const path = await mkdtemp(join(tmpdir(), 'room-panel-'))
  const [home, runtime] = [join(path, 'home'), join(path, 'runtime')]
  for (const folder of [home, runtime]) await mkdir(folder, { mode: 0o700 })
  for (const folder of [home, runtime, path]) await chown(folder, uid, gid)
  return {
    path,
    env: { ...inheritedEnv(), HOME: home, XDG_RUNTIME_DIR: runtime, TMPDIR: path },
    remove: () => rm(path, { recursive: true, force: true }),
  }
}
