import { lineText } from './checks/check-line.ts'
import { carryOutOrder } from './carry-out-order.ts'
import type { OrderParts } from './order-parts.ts'

export interface ProvisionParts extends OrderParts {
  /** Prints one line for IT. */
  readonly say: (line: string) => void
}

/**
 * Carries out an order and prints the findings. Returns the exit status: 0, 1 if a check or the storing
 * failed, 2 if the input is wrong.
 */
export async function provision(input: string, { say, ...parts }: ProvisionParts): Promise<0 | 1 | 2> {
  const outcome = await carryOutOrder(input, parts, (line) => say(lineText(line)))
  switch (outcome.kind) {
    case 'stored':
      return 0
    case 'inputWrong':
      for (const fault of outcome.faults) say(`input: ${fault}`)
      return 2
    case 'asBefore':
      say('nothing was stored')
      return 1
    case 'spent':
      say(
        'the code is used up, and the door was not stored: make another code, and let this door go (room-panel-hub unassign)',
      )
      return 1
    case 'torn':
      say('the keyring may hold the new secret: run this again')
      return 1
  }
}
