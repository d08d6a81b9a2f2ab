import type { KeyringProcess, StartKeyringProcess } from './keytar-vault.ts'
import type { KeyringAnswer, KeyringRequest } from './keyring-request.ts'

/**
 * Reads in this process as long as that works, and makes every other call in a process of its own. A starting
 * panel waits for its secret, and a process takes longer to start than all the rest. After a restart of the
 * keyring this process's reads fail: that read, and every later one, gets a process.
 */
export function readHere(
  askHere: (request: KeyringRequest) => Promise<KeyringAnswer>,
  startProcess: StartKeyringProcess,
): StartKeyringProcess {
  let works = true
  return (request) => {
    if (!works || request.verb !== 'read') return startProcess(request)
    let [isAnswered, isOver] = [false, false]
    let instead: KeyringProcess | undefined
    const answer = askHere(request).then((here) => {
      isAnswered = true
      if (here.ok || here.error === 'missing') return here
      works = false
      if (isOver) return here
      instead = startProcess(request)
      return instead.answer
    })
    const end = (): void => {
      isOver = true
      // A call that hangs in this process can't be ended.
      if (!isAnswered) works = false
      instead?.end()
    }
    return { answer, end }
  }
}
