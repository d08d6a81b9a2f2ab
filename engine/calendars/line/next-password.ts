import type { ConnectToBroker } from '../../broker.ts'
import type { BrokerClient } from '../../broker.ts'
import type { KeptPasswords } from '../../kept-passwords.ts'
import type { Log } from '../../ports.ts'

type ReadPassword = BrokerClient['readPassword']

export interface NextPassword {
  /** Keeps what the hub desires. Resolves to whether the next start would find it, so that the present one may end. */
  readonly store: (password: string) => Promise<boolean>
  /** Whether the hub is about to end the present one: it ends the connection with it, and no storm of doors follows. */
  readonly isPending: () => boolean
  /** Connects with the present password, and with the next one where the broker does not take the present one any more. */
  readonly connect: ConnectToBroker
}

export interface NextPasswordParts {
  readonly log: Log
  readonly kept: KeptPasswords
  readonly readPresent: ReadPassword
  readonly connectWith: (readPassword: ReadPassword) => ConnectToBroker
}

/** The change of a door's password, which is never without one that the broker takes: the next one is stored before it counts. */
export function createNextPassword({ log, kept, readPresent, connectWith }: NextPasswordParts): NextPassword {
  let pending: string | undefined

  const promote = async (password: string): Promise<void> => {
    pending = undefined
    const promoted = await kept.promote(password)
    if (promoted.ok) log.info('password.changed')
    // It stays beside the present one, and is taken up at the next connection.
    else log.warn('password.not-changed', { problem: promoted.error })
  }
  return {
    isPending: () => pending !== undefined,
    store: async (password) => {
      if (password === pending) return true
      const present = await readPresent()
      if (present.ok && present.value === password) return true
      const written = await kept.writeNext(password)
      if (written.ok) pending = password
      else log.warn('password.not-stored', { problem: written.error })
      return written.ok
    },
    connect: async (events) => {
      const opened = await connectWith(readPresent)(events)
      if (opened.ok || opened.error.code !== 'denied') return opened
      const next = await kept.readNext()
      if (!next.ok) return opened
      const again = await connectWith(async () => next)(events)
      if (again.ok) void promote(next.value)
      return again
    },
  }
}
