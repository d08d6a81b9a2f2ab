import { spawn } from 'node:child_process'
import { root } from './project.mjs'

/**
 * Runs a command to its end without printing its output.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeout?: number }} [options] `timeout` in milliseconds
 * @returns {Promise<string>} its whole output
 * @throws {Error} with its whole output, if it can't be started, fails, or takes too long
 */
export const run = (command, args, { cwd = root, env = process.env, timeout } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, timeout, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text))
    }
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) resolve(output)
      else reject(new Error(`${output}\n\`${[command, ...args].join(' ')}\` ended with ${signal ?? code}`))
    })
  })
