import { emptyJournal } from '../../shared/panel/journal.ts'
import { aConfiguration, aDoor, type DoorOptions } from './a-door.ts'
import { ghost } from './a-ghost.ts'
import { openPage } from './a-page.ts'
import { at } from './builders.ts'

export const auto = aConfiguration({ checkIn: { mode: 'auto' } })

/** A door with a page, at which people are asked to check in. */
export async function aDoorWithPage(time: string, options: DoorOptions = {}) {
  const door = await aDoor(time, { bookings: [ghost], configuration: auto, ...options })
  const page = openPage(door.panel)
  await door.clock.advance(0)
  const until = (moment: string) => door.clock.advance(at(moment) - door.clock.now())
  const content = () => (door.journal.kept.kind === 'found' ? door.journal.kept.content : emptyJournal)
  const reasons = () => content().decisions.map(({ outcome, because }) => because ?? outcome)
  return { ...door, page, until, content, reasons }
}
