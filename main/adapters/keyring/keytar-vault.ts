import type { Clock } from '../../../engine/ports.ts'
import type { Vault } from '../../../engine/secrets.ts'
import { err, ok } from '../../../shared/result.ts'
import { seconds } from '../../../shared/time/time.ts'
import { watchKeyringFile } from './keyring-file.ts'
import { keyringLock } from './keyring-lock.ts'
import { type KeyringAnswer, keyringAnswerIn, type KeyringRequest } from './keyring-request.ts'

/** A process that carries out one request and is of no use after it. */
export interface KeyringProcess {
  /** What it says, or undefined once it has ended without a word. Never rejects. */
  readonly answer: Promise<unknown>
  readonly end: () => void
}

export type StartKeyringProcess = (request: KeyringRequest) => KeyringProcess

export interface KeytarVaultParts {
  readonly clock: Pick<Clock, 'after'>
  readonly startProcess: StartKeyringProcess
}

/** The start of the process is part of it, which takes seconds on a tablet that has other work; ms. */
const timeLimit = seconds(10)

/**
 * The operating system's keyring. A call is made by a process of its own, which ends with it: libsecret keeps one
 * connection and one session for the life of a process, to the very daemon that it met first, and every call fails once that
 * one was started anew (libsecret 0.20.5; it would hear of it in a main loop that ended with the first call). A call that
 * hangs ends with its process, too.
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
      const cancel = clock.after(timeLimit, () => settle(err('locked')))
      void answer.then((message) => settle(keyringAnswerIn(message) ?? err('unavailable')))
    })
  }

  return {
    async read(account) {
      const lock = await keyringLock()
      if (lock === 'locked') return err('locked')
      const answer = await answerOf({ verb: 'read', account, isOpen: lock === 'open' })
      return answer.ok ? answer : err(answer.error === 'notKept' ? 'unavailable' : answer.error)
    },
    async write(account, secret) {
      const lock = await keyringLock()
      if (lock === 'locked') return err('locked')
      const file = await watchKeyringFile()
      const answer = await answerOf({ verb: 'write', account, secret, isOpen: lock === 'open' })
      if (!answer.ok) return answer
      return (await file.isUnchanged()) ? err('notKept') : ok(undefined)
    },
    async remove(account) {
      if ((await keyringLock()) === 'locked') return err('locked')
      const answer = await answerOf({ verb: 'remove', account })
      return answer.ok ? ok(undefined) : err('unavailable')
    },
  }
}
