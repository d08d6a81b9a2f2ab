import type { KeyringProcess, StartKeyringProcess } from './keytar-vault.ts'
import type { KeyringAnswer, KeyringRequest } from './keyring-request.ts'

/**
 * Makes the first read in this process, and starts a process for each call after it. A panel that starts waits for its secret, and
 * another process takes longer than all the rest of a start; this one's session to the keyring is as new as itself by then.
 */
export function firstReadHere(
  askHere: (request: KeyringRequest) => Promise<KeyringAnswer>,
  startProcess: StartKeyringProcess,
): StartKeyringProcess {
  let isFirst = true
  return (request): KeyringProcess => {
    const isHere = isFirst && request.verb === 'read'
    isFirst = false
    return isHere ? { answer: askHere(request), end: () => undefined } : startProcess(request)
  }
}
