import { join } from 'node:path'
import { utilityProcess } from 'electron'
import type { KeyringProcess } from '../adapters/keyring/keytar-vault.ts'
import type { KeyringRequest } from '../adapters/keyring/keyring-request.ts'

/** Chromium's name for the process, in the log and in the list of processes. */
export const keyringProcessName = 'keyring'

/**
 * Starts a keyring process. Call when Electron is ready. The request goes through a pipe, so that neither
 * arguments nor environment contain the secret.
 */
export function startKeyringProcess(request: KeyringRequest): KeyringProcess {
  const child = utilityProcess.fork(join(import.meta.dirname, 'keyring.js'), [], {
    serviceName: keyringProcessName,
    stdio: 'ignore',
  })
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process is no window
  child.postMessage(request)
  return {
    answer: new Promise((resolve) => {
      child.once('message', resolve)
      child.once('exit', () => resolve(undefined))
    }),
    end: () => void child.kill(),
  }
}
