import { spawnSync } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { programFolder, programName } from '../project.mjs'
import { run } from '../run.mjs'

/**
 * The packed program where the user can start it: a checkout below /root, say, is closed to everybody else.
 *
 * @param {import('./ordinary-user.mjs').OrdinaryUser} user
 * @returns {Promise<{ path: string, remove: () => Promise<void> }>} `remove` takes away the copy, if there is one
 */
export const programFor = async ({ uid, gid }) => {
  const path = join(programFolder, programName)
  const isReachable = spawnSync('test', ['-x', path], { uid, gid, cwd: '/' }).status === 0
  if (isReachable) return { path, remove: async () => {} }
  const copy = await mkdtemp(join(tmpdir(), 'room-panel-program-'))
  await chmod(copy, 0o755)
  await run('cp', ['-a', `${programFolder}/.`, copy])
  return { path: join(copy, programName), remove: () => rm(copy, { recursive: true, force: true }) }
}
