import type { SetUpProblem } from '../../shared/domain/set-up.ts'
import type { TabletIdentity } from '../../shared/domain/tablet.ts'
import type { SetUpWords } from '../words/words.ts'
import { Message } from './message.tsx'

export interface SetUpHelpProps {
  readonly order: SetUpProblem['order']
  readonly tablet: TabletIdentity
  readonly words: SetUpWords
}

/** For IT at the door: what became of the file that was to set the panel up, or how one does; and which tablet this is. */
export const SetUpHelp = ({ order, tablet, words }: SetUpHelpProps) => (
  <>
    <span class="set-up-order">
      <Message
        text={
          order === undefined
            ? words.orderWanted('room-panel-provision.json')
            : words.orderFailed(order.file, `${order.step}: ${shortened(order.fault)}`)
        }
      />
    </span>{' '}
    <span class="set-up-tablet">
      <Message text={words.tablet(tablet.name, tablet.code)} />
    </span>{' '}
  </>
)

const faultShown = 90

const shortened = (fault: string): string =>
  fault.length > faultShown ? `${fault.slice(0, faultShown)}…` : fault
