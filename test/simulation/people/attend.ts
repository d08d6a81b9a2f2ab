import { minutes, seconds } from '../../../shared/time/time.ts'
import type { Dice } from '../time/dice.ts'
import { tapCheckIn, tapEnd, tryOnce } from './at-the-door.ts'
import { note, type Office } from './office.ts'

/** One meeting as its people have it in mind; the calendar may know it under other times by then. */
export interface Meant {
  readonly uid: string
  readonly start: number
  readonly end: number
}

/** Decides who comes to a meeting, and what they do there. Returns whether anyone comes. */
export function attend(office: Office, { uid, start, end }: Meant): boolean {
  const { dice, time, tally, room, world } = office
  tally.meetings++
  if (dice.chance(0.4)) {
    tally.noShows++
    return false
  }
  const comes = start + arrival(dice, office)
  time.at(comes, () => {
    world.walkIn(room, uid)
    const way = dice.next()
    // Some sit down without a look at the panel.
    if (way < 0.12) return note(tally, 'sat down without a look')
    if (way < 0.4) return tryOnce(office, uid)
    tapCheckIn(office, uid)
  })
  const leaves = dice.chance(0.3) ? dice.between(comes, Math.max(comes, end)) : end
  time.at(leaves, () => {
    if (dice.chance(0.5)) tapEnd(office, uid)
    world.walkOut(room, uid)
  })
  return true
}

function arrival(dice: Dice, { doors }: Office): number {
  const rules = doors[0]?.rules.current()
  const grace = rules?.grace ?? minutes(10)
  const early = rules?.opensBefore ?? minutes(5)
  switch (dice.pick(['early', 'early', 'on time', 'on time', 'late', 'last second', 'too late'])) {
    case 'early':
      return -dice.between(0, early)
    case 'on time':
      return dice.between(0, Math.min(seconds(60), grace))
    case 'late':
      return dice.between(0, grace)
    case 'last second':
      return grace + dice.between(-2500, 2500)
    case 'too late':
      return grace + dice.between(seconds(2), minutes(5))
  }
}
