import type { Instance } from '../../../simulator/calendar/event.ts'
import { note, type Tally } from '../people/office.ts'
import type { Door } from './door.ts'
import { nameOf } from './presence.ts'
import { longestGap, whyNot } from './reply/release-earned.ts'

/** A person who came to the door in time, could not check in, sat down, and looks at the door no more. */
export interface Sitter {
  readonly uid: string
  /** Of the booking that they came for. */
  readonly name: string
  /** When they tried. */
  readonly at: number
  /** There was no button, or their tap had no effect. */
  readonly because: 'noButton' | 'inVain'
}

/**
 * Law 2b, by the people who are really in the room: a room of people who found no button is never given back.
 */
export function judgeSitters(door: Door, struck: Instance, tally: Tally): void {
  const { world, room, everything, court, time, listed } = door
  const inside = world.peopleIn(room)
  const name = nameOf(struck)
  for (const sitter of everything.sitters) {
    if (sitter.uid !== struck.event.uid || !inside.includes(sitter.uid)) continue
    if (sitter.name !== name) {
      note(tally, 'released over people: of a booking that was moved')
      continue
    }
    if (sitter.because === 'inVain') {
      note(tally, 'released over people: a grace after they touched in vain')
      continue
    }
    const opensBefore = openingFor(door, struck)
    const first = listed.get(name) ?? struck.start
    if (sitter.at < first) {
      note(tally, 'released over people: turned away before it was listed')
      continue
    }
    const from = Math.max(struck.start - opensBefore, first)
    const gap = door.buttons.gapAround(name, sitter.at, from, time.now())
    if (gap > longestGap)
      court.accuse(
        'L2 who came is never given back over their heads',
        `${name}: tried ${sitter.at - struck.start} ms after its start, with no button for ${gap} ms`,
      )
    else if (gap > 0) note(tally, 'released over people: turned away in the blink of an eye')
  }
}

/**
 * How long before its start people could count on check-in to a booking that is released, ms: by the rules that allow
 * the release. Of rules that IT wrote right before the opening the panel may have known or not.
 */
function openingFor(door: Door, struck: Instance): number {
  const rules = door.rules.forStart(struck.start, door.time.now())
  const allowing = rules.filter((one) => whyNot(door, one, struck) === undefined)
  const opens = (allowing.length > 0 ? allowing : rules).map(({ opensBefore }) => opensBefore)
  return allowing.length > 0 ? Math.min(...opens) : Math.max(...opens)
}
