import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { inProject, readJson } from '../project.mjs'
import { run } from '../run.mjs'
import { holdsAll } from './lock.mjs'

/** @param {string} file */
const lockAt = (file) => readJson(file, /** @type {import('./lock.mjs').Lock | undefined} */ (undefined))

/** npm keeps a list of what it installed inside node_modules. */
const isInstalled = () =>
  holdsAll(lockAt(inProject('package-lock.json')), lockAt(inProject('node_modules', '.package-lock.json')))

/** @type {import('./step.mjs').Step} */
export const dependencies = {
  title: 'npm packages',
  upToDate: () => (isInstalled() ? 'up to date' : undefined),
  doing: 'installing what package-lock.json lists',
  run: async () => {
    // Only keytar needs its install script, and the next step compiles it.
    await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'])
    return 'installed'
  },
}

const keytarFolder = inProject('node_modules', 'keytar')

/**
 * The headers of Node, which most Nodes have beside them. Otherwise node-gyp fetches them from nodejs.org.
 */
const headers = () => {
  const prefix = join(process.execPath, '..', '..')
  const isThere = existsSync(join(prefix, 'include', 'node', 'node_api.h'))
  return isThere ? { npm_package_config_node_gyp_nodedir: prefix } : {}
}

/**
 * Compiles keytar here, because its install script would download a binary from GitHub without a checksum.
 *
 * @type {import('./step.mjs').Step}
 */
export const keytar = {
  title: 'keytar',
  upToDate: () =>
    existsSync(join(keytarFolder, 'build', 'Release', 'keytar.node')) ? 'up to date' : undefined,
  doing: 'compiling it against libsecret',
  run: async () => {
    await run('npm', ['run', 'build'], { cwd: keytarFolder, env: { ...process.env, ...headers() } })
    return 'compiled'
  },
}
