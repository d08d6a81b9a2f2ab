import { spawnSync } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { programFolder, programName } from '../project.mjs'
import { run } from '../run.mjs'

/** Whoever drives the panel may start it with any switch (main/cli/allowed-switches.ts). Never in what is packed. */
export const everySwitchAllowed = 'every-switch-allowed'

/**
 * A copy of the packed program that takes any switch, a debugger's port too.
 *
 * @returns {Promise<{ path: string, remove: () => Promise<void> }>}
 */
export const programToDrive = async () => {
  const { folder, ...copy } = await copyOfProgram()
  await writeFile(join(folder, everySwitchAllowed), '')
  return copy
}

/**
 * The packed program where the user can start it: a checkout below /root, say, is closed to everybody else.
 *
 * @param {import('./ordinary-user.mjs').OrdinaryUser} user
 * @returns {Promise<{ path: string, remove: () => Promise<void> }>} `remove` takes away the copy, if there is one
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
