import type { Clock } from '../../../engine/ports.ts'
import type { Vault } from '../../../engine/secrets.ts'
import { err, ok } from '../../../shared/result.ts'
import { seconds } from '../../../shared/time/time.ts'
import { watchKeyringFile } from './keyring-file.ts'
import { keyringLock } from './keyring-lock.ts'
import { type KeyringAnswer, keyringAnswerIn, type KeyringRequest } from './keyring-request.ts'

/** A process that carries out one request and then ends. */
export interface KeyringProcess {
  /** Its answer, or undefined if it ended without one. Never rejects. */
  readonly answer: Promise<unknown>
  readonly end: () => void
}

export type StartKeyringProcess = (request: KeyringRequest) => KeyringProcess

export interface KeytarVaultParts {
  readonly clock: Pick<Clock, 'after'>
  readonly startProcess: StartKeyringProcess
}

/** Includes the start of the process, which takes seconds on a busy tablet; ms. */
const timeLimit = seconds(10)

/**
 * The operating system's keyring. Each call is made by a process of its own. libsecret keeps one connection
 * and one session for the life of a process, to the first daemon that it met, and every call fails after that
 * daemon was restarted (libsecret 0.20.5 would notice in a main loop, but that ended with the first call). A
 * process that hangs is ended, and its call with it.
 */
export function createKeytarVault({ clock, startProcess }: KeytarVaultParts): Vault {
  const answerOf = (request: KeyringRequest): Promise<KeyringAnswer> => {
    const { answer, end } = startProcess(request)
    return new Promise((resolve) => {
      const settle = (settled: KeyringAnswer): void => {
        cancel()
        end()
        resolve(settled)
      }
      const cancel = clock.after(timeLimit, () => settle(err('timedOut')))
      void answer.then((message) => settle(keyringAnswerIn(message) ?? err('unavailable')))
    })
  }

  return {
    async read(account) {
      const lock = await keyringLock()
      if (!lock.ok) return lock
      const answer = await answerOf({ verb: 'read', account, isOpen: lock.value === 'open' })
      return answer.ok ? answer : err(answer.error === 'notKept' ? 'unavailable' : answer.error)
    },
    async write(account, secret) {
      const lock = await keyringLock()
      if (!lock.ok) return lock
      const file = await watchKeyringFile()
      const answer = await answerOf({ verb: 'write', account, secret, isOpen: lock.value === 'open' })
      if (!answer.ok) return answer
      return (await file.isUnchanged()) ? err('notKept') : ok(undefined)
    },
    async remove(account) {
      const lock = await keyringLock()
      if (!lock.ok) return lock
      const answer = await answerOf({ verb: 'remove', account })
      return answer.ok ? ok(undefined) : err(answer.error === 'notKept' ? 'unavailable' : answer.error)
    },
  }
}
