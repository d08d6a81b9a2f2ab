import { once } from 'node:events'

const patience = 5000

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>} its exit status; 1 when a signal ended it
 */
export const exitOf = (child) =>
  new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })

/**
 * Asks a process to end, kills it if it doesn't, and waits until it has ended.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
export const endProcess = async (child) => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const insist = setTimeout(() => child.kill('SIGKILL'), patience)
  await ended
  clearTimeout(insist)
}
