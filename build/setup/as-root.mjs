import { spawnSync } from 'node:child_process'
import { run } from '../run.mjs'

/** @returns {string[] | undefined} what to put before a command that root has to run; nothing when we can't */
const wayToRoot = () => {
  if (process.getuid?.() === 0) return []
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined
}

export const canBeRoot = () => wayToRoot() !== undefined

/**
 * Runs a command as root, which `canBeRoot` has said to be possible.
 *
 * @param {...string} command
 */
export const runAsRoot = async (...command) => {
  const [first = '', ...args] = [...(wayToRoot() ?? []), ...command]
  await run(first, args)
}
