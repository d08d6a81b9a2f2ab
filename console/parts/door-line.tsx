import { ChevronDown } from 'lucide'
import type { ComponentChildren } from 'preact'
import { Icon } from '../../renderer/parts/icon.tsx'
import { mostClockError } from '../../shared/release/may-release.ts'
import { type JudgedDoor, nameOf } from '../model/door-list.ts'
import type { ConsoleView } from '../view.ts'
import { Age } from './age.tsx'
import { clockText } from './clock-text.ts'
import { DoorFacts } from './door-facts.tsx'
import { HowItIs } from './how-it-is.tsx'
import { Orders } from './orders.tsx'
import { ShownState } from './shown-state.tsx'

interface DoorLineProps extends ConsoleView, JudgedDoor {
  readonly isOpen: boolean
}

/** One door. It is drawn anew when something about it changes, and not when time passes. */
export function DoorLine({ isOpen, ...about }: DoorLineProps) {
  const { row, condition, model, language } = about
  const { words, age } = language
  const toggle = (): void => void (model.opened.value = isOpen ? undefined : row.door)
  return (
    <div class="door" data-condition={condition} data-open={isOpen} data-door={row.door}>
      <div role="row" class="line">
        <Cell name="shows">
          <ShownState {...about} />
        </Cell>
        <Cell name="room">
          <bdi class="name">{nameOf(row)}</bdi>
          <span class="beside">{row.place ?? row.door}</span>
        </Cell>
        <Cell name="how">
          <HowItIs {...about} />
        </Cell>
        <Cell name="read">{row.readAt === undefined ? '–' : <Age {...about} of={row.readAt} />}</Cell>
        <Cell name="page">{row.pageAge === undefined ? '–' : age(row.pageAge)}</Cell>
        <Cell name="clock">
          <span class={isWrong(row.clockError) ? 'wrong' : ''}>{clockText(row.clockError, language)}</span>
        </Cell>
        <Cell name="waiting">
          <span class={row.outbox ? 'wrong' : ''}>{row.outbox ?? '–'}</span>
        </Cell>
        <Cell name="version">{row.version ?? '–'}</Cell>
        <Cell name="more">
          <button
            type="button"
            class="more"
            aria-expanded={isOpen}
            aria-label={words.more(nameOf(row))}
            onClick={toggle}
          >
            <Icon node={ChevronDown} />
          </button>
        </Cell>
      </div>
      {isOpen && <DoorFacts {...about} />}
      {isOpen && <Orders {...about} door={row.door} />}
    </div>
  )
}

const Cell = ({ name, children }: { readonly name: string; readonly children: ComponentChildren }) => (
  <div role="cell" class={`cell ${name}`}>
    {children}
  </div>
)

const isWrong = (error: number | undefined): boolean => error !== undefined && error > mostClockError
