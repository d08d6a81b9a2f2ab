import { expect } from 'vitest'
import type { HubStore } from '../../../../hub/store/hub-store.ts'

/** A store that nothing was asked of yet, and the time of its own clock. */
export interface StoreOfTest {
  readonly store: HubStore
  readonly passes: (ms: number) => Promise<void>
}

/** The store of the test that runs. */
export type Present = () => StoreOfTest

/** The epoch of a hub that has just taken the lease, or has it. */
export async function lead({ lease }: HubStore): Promise<number> {
  const taken = await lease.take('hub A')
  return taken.ok ? taken.value.epoch : expect.fail('It answers')
}

export const notLeading = { ok: false, error: { code: 'notLeading' } }
export const done = { ok: true, value: undefined }
