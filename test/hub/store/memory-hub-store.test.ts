import { createMemoryHubStore } from '../../support/memory/hub/memory-hub-store.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'
import { describeHubStore } from './contract/contract.ts'

describeHubStore(async () => {
  const clock = createVirtualClock()
  return { store: createMemoryHubStore(clock), passes: clock.advance }
})
