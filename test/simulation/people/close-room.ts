import { hours, minutes, seconds } from '../../../shared/time/time.ts'
import { expectClosed } from '../laws/picture/closed-room.ts'
import { note, type Office } from './office.ts'

/** The administrator takes the room out of service, now or at a moment to come, and opens it again. */
export function closeRoom(office: Office): void {
  const { dice, doors, room, tally, tell, time, world } = office
  if (room.outOfService !== undefined) return
  const from = time.now() + dice.pick([0, 0, seconds(45), minutes(10)])
  const until = from + dice.pick([minutes(5), minutes(30), hours(3)])
  const isPlanned = from > time.now()
  tell(() => `the room closes in ${(from - time.now()) / 1000} s for ${(until - from) / 1000} s`)
  note(tally, isPlanned ? 'a closing that was planned' : 'a room that closed')
  world.disableRoom(room, { from, ...(dice.chance(0.5) && { until }) })
  for (const door of doors) expectClosed(door, from, until)
  time.at(until, () => world.enableRoom(room))
}
