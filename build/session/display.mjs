import { existsSync } from 'node:fs'
import { chown, copyFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { endProcess } from './end-process.mjs'
import { firstLineOf } from './first-line.mjs'
import { spawnAs } from './ordinary-user.mjs'

/** @typedef {import('./ordinary-user.mjs').OrdinaryUser} OrdinaryUser */
/** @typedef {import('./private-folder.mjs').PrivateFolder} PrivateFolder */

const tabletSize = '1280x800'

/**
 * Starts a display in memory under a free number, for machines without one.
 *
 * @param {OrdinaryUser} user
 * @param {string} [size] in pixels
 * @returns {Promise<{ env: { DISPLAY: string }, stop: () => Promise<void> }>}
 */
export const startDisplay = async (user, size = tabletSize) => {
  const settings = ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp', '-noreset']
  const server = spawnAs(user, ['Xvfb', ...settings], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const number = await firstLineOf(server, 3)
  return { env: { DISPLAY: `:${number}` }, stop: () => endProcess(server) }
}

/**
 * Gives another user access to root's own display: a copy of its key.
 *
 * @param {string} DISPLAY
 * @param {OrdinaryUser} user
 * @param {PrivateFolder} folder
 */
const lendDisplay = async (DISPLAY, { uid, gid }, folder) => {
  const key = process.env['XAUTHORITY'] ?? join(homedir(), '.Xauthority')
  if (!existsSync(key)) return { DISPLAY }
  const copy = join(folder.path, 'Xauthority')
  await copyFile(key, copy)
  await chown(copy, uid, gid)
  return { DISPLAY, XAUTHORITY: copy }
}

/**
 * The display of the user who runs this, if there is one, else one in memory.
 *
 * @param {OrdinaryUser} user
 * @param {PrivateFolder} folder
 * @returns {Promise<{ isInMemory: boolean, env: NodeJS.ProcessEnv, stop: () => Promise<void> }>}
 */
export const displayFor = async (user, folder) => {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  const ours = { isInMemory: false, stop: async () => {} }
  if (user.isSomebodyElse) {
    if (DISPLAY) return { ...ours, env: await lendDisplay(DISPLAY, user, folder) }
  } else if (DISPLAY || WAYLAND_DISPLAY) return { ...ours, env: {} }
  return { isInMemory: true, ...(await startDisplay(user)) }
}
