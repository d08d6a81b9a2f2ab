import type { SetUpProblem } from '../../shared/set-up/set-up.ts'
import type { SetUpWords } from '../../shared/languages/set-up-words.ts'
import { Message } from './lines/message.tsx'

export interface SetUpHelpProps {
  readonly problem: SetUpProblem
  readonly words: SetUpWords
}

/** For IT at the door: the result of the order file, or how to make one. */
export function SetUpHelp({ problem, words }: SetUpHelpProps) {
  const order = orderText(problem, words)
  return (
    <>
      <span class="set-up-order">{order !== undefined && <Message text={order} />}</span>{' '}
    </>
  )
}

function orderText({ kind, order }: SetUpProblem, words: SetUpWords): string | undefined {
  if (order !== undefined) return words.orderFailed(order.file, `${order.step}: ${shortened(order.fault)}`)
  // Sticks are only read while the panel was never set up.
  const isNew = kind === 'configurationMissing' || kind === 'secretMissing' || kind === 'passwordMissing'
  return isNew ? words.orderWanted('room-panel-provision.json') : undefined
}

const faultShown = 90

const shortened = (fault: string): string =>
  fault.length > faultShown ? `${fault.slice(0, faultShown)}…` : fault
