import { seconds } from '../../../shared/time/time.ts'
import type { Company } from '../../support/hub/a-company.ts'
import type { Chance } from './chance.ts'

/** Longer than a view counts, and than a lease, ms. */
const longest = seconds(50)

/** The broker dies, and is started anew. */
export function killBroker({ broker, clock }: Company, chance: Chance): void {
  broker.kill()
  clock.after(chance.within(longest), () => broker.start())
}

/** The store answers no hub for a while. */
export function stopStore({ store, clock }: Company, chance: Chance): void {
  store.state.isDown = true
  clock.after(chance.within(longest), () => (store.state.isDown = false))
}
