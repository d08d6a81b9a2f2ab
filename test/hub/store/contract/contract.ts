import { beforeEach } from 'vitest'
import { describeDoors } from './doors-contract.ts'
import { describeLease } from './lease-contract.ts'
import { describeTickets } from './tickets-contract.ts'
import { describeRooms } from './rooms-contract.ts'
import type { StoreOfTest } from './store-of-test.ts'

/** What the hubs rely on, whatever holds it. */
export function describeHubStore(open: () => Promise<StoreOfTest>): void {
  let present: StoreOfTest
  beforeEach(async () => {
    present = await open()
  })
  describeLease(() => present)
  describeRooms(() => present)
  describeDoors(() => present)
  describeTickets(() => present)
}
