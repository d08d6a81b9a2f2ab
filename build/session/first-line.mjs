/**
 * The first line that a starting process writes to one of its streams.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} descriptor of a pipe
 * @returns {Promise<string>}
 * @throws {Error} when the process ends before
 */
export const firstLineOf = (child, descriptor) =>
  new Promise((resolve, reject) => {
    let text = ''
    child.stdio[descriptor]?.on('data', (/** @type {Buffer} */ chunk) => {
      text += chunk.toString()
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')))
    })
    child.on('error', reject)
    child.on('exit', (code, signal) =>
      reject(new Error(`${child.spawnargs.join(' ')} ended with ${signal ?? code}`)),
    )
  })
