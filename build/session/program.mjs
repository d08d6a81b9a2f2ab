import { spawnSync } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { programFolder, programName } from '../project.mjs'
import { run } from '../run.mjs'

/** A test driver may start the panel with any switch (main/cli/allowed-switches.ts). Never in a package. */
export const everySwitchAllowed = 'every-switch-allowed'

/**
 * A copy of the packed program that accepts any switch, even a debugger's port.
 *
 * @returns {Promise<{ path: string, remove: () => Promise<void> }>}
 */
export const programToDrive = async () => {
  const { folder, ...copy } = await copyOfProgram()
  await writeFile(join(folder, everySwitchAllowed), '')
  return copy
}

/**
 * The packed program in a place where the user can start it. A checkout below /root, for example, is closed
 * to other users.
 *
 * @param {import('./ordinary-user.mjs').OrdinaryUser} user
 * @returns {Promise<{ path: string, remove: () => Promise<void> }>} `remove` deletes the copy, if there is one
 */
export const programFor = async ({ uid, gid }) => {
  const path = join(programFolder, programName)
  const isReachable = spawnSync('test', ['-x', path], { uid, gid, cwd: '/' }).status === 0
  return isReachable ? { path, remove: async () => {} } : copyOfProgram()
}

const copyOfProgram = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'room-panel-program-'))
  await chmod(folder, 0o755)
  await run('cp', ['-a', `${programFolder}/.`, folder])
  const remove = () => rm(folder, { recursive: true, force: true })
  return { folder, path: join(folder, programName), remove }
}
