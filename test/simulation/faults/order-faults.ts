import type { Office } from '../people/office.ts'
import type { Scenario } from '../run/scenario.ts'

export function orderFaults(office: Office, scenario: Scenario): void {
  void office
  void scenario
}
