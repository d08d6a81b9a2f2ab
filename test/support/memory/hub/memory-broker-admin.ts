import type { BrokerAdmin, BrokerAnswer } from '../../../../hub/broker/broker-admin.ts'
import { err, ok } from '../../../../shared/result.ts'

/** The accounts of a broker in memory. */
export interface MemoryBrokerAdmin extends BrokerAdmin {
  /** Passwords by account. */
  readonly accounts: Map<string, string>
  /** While true, nothing is answered and nothing is done. */
  isDown: boolean
}

export function createMemoryBrokerAdmin(): MemoryBrokerAdmin {
  const accounts = new Map<string, string>()
  const carryOut = async (act: () => unknown): BrokerAnswer => {
    if (admin.isDown) return err({ code: 'unreachable', cause: new Error('The broker of this test') })
    act()
    return ok(undefined)
  }
  const admin: MemoryBrokerAdmin = {
    accounts,
    isDown: false,
    prepare: () => carryOut(() => undefined),
    admit: (door, password) => carryOut(() => accounts.set(door, password)),
    setPassword: async (door, password) =>
      accounts.has(door)
        ? carryOut(() => accounts.set(door, password))
        : err({ code: 'refused', cause: 'no such account' }),
    remove: (door) => carryOut(() => accounts.delete(door)),
  }
  return admin
}
