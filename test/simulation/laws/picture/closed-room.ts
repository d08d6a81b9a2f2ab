import { hours, minutes } from '../../../../shared/time/time.ts'
import { type Door, seenAt } from '../door.ts'

/** Law 4: green rests on the room being in service, too, and where calls are few that is never older than this. Ms. */
const oldestFact = hours(2) + minutes(2)

/** The room is out of service from one moment to another: by then no door is green any more. */
export function expectClosed(door: Door, from: number, until: number): void {
  const { court, room, time } = door
  if (from + oldestFact >= until) return
  time.at(from + oldestFact, () => {
    if (room.outOfService !== undefined && seenAt(door)?.occupancy.kind === 'free')
      court.accuse('L4 green is proven', `free ${time.now() - from} ms after the room was closed`)
  })
}
