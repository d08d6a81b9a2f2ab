import { spawn } from 'node:child_process'
import { inProject, root } from '../project.mjs'
import { endProcess } from '../session/end-process.mjs'
import { firstLineOf } from '../session/first-line.mjs'

/**
 * Starts a simulated Feishu on the network of a container.
 *
 * @param {import('./container.mjs').Container} container
 */
export const startSimulator = async (container) => {
  const [command = '', ...args] = container.onItsNetwork(
    process.execPath,
    '--import',
    'tsx',
    inProject('simulator', 'main.ts'),
  )
  const simulator = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] })
  /** @type {{ origin: string, appId: string, appSecret: string, roomIds: string[] }} */
  // oxlint-disable-next-line typescript/no-unsafe-assignment -- our own simulator's word
  const told = JSON.parse(await firstLineOf(simulator, 1))
  return { ...told, stop: () => endProcess(simulator) }
}
