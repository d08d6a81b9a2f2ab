import { spawnSync } from 'node:child_process'
import { run } from '../run.mjs'

/** @returns {string[] | undefined} the prefix of a command that root must run; undefined if we can't become root */
const wayToRoot = () => {
  if (process.getuid?.() === 0) return []
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined
}

export const canBeRoot = () => wayToRoot() !== undefined

/**
 * Runs a command as root. Call only if `canBeRoot` is true.
 *
 * @param {...string} command
 */
export const runAsRoot = async (...command) => {
  const [first = '', ...args] = [...(wayToRoot() ?? []), ...command]
  await run(first, args)
}
