import type { Clock } from '../../../../engine/ports.ts'
import type { Fenced, StoreAnswer } from '../../../../hub/store/stored.ts'
import { err, ok } from '../../../../shared/result.ts'
import { type Instant, instantOf } from '../../../../shared/time/time.ts'

/** What decides whether a store in memory answers, and whom. */
export interface MemoryState {
  /** While true, nothing is answered and nothing is written. */
  isDown: boolean
  lease: { readonly epoch: number; readonly holder: string; readonly expiresAt: Instant }
}

export interface Answering {
  readonly now: () => Instant
  /** Answers any hub. */
  readonly any: <T>(answer: () => T) => StoreAnswer<T>
  /** Answers the hub whose lease is valid. */
  readonly leader: <T>(epoch: number, write: () => T) => Fenced<T>
}

export const newState = (): MemoryState => ({
  isDown: false,
  lease: { epoch: 0, holder: '', expiresAt: instantOf(-8.64e15) },
})

export function createAnswering(state: MemoryState, { now }: Pick<Clock, 'now'>): Answering {
  const down = () => err({ code: 'unavailable' as const, cause: new Error('The store of this test') })
  const leads = (epoch: number): boolean => state.lease.epoch === epoch && state.lease.expiresAt > now()
  return {
    now,
    any: async (answer) => (state.isDown ? down() : ok(answer())),
    leader: async (epoch, write) => {
      if (state.isDown) return down()
      return leads(epoch) ? ok(write()) : err({ code: 'notLeading' })
    },
  }
}
