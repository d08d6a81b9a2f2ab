import { minutes, seconds } from '../../../../shared/time/time.ts'
import type { Door } from '../door.ts'

/** What a touch asks for is there by then, or was read so shortly before. Ms. */
const soon = seconds(15)
/** The same where hardly a call is left of the month. */
const inTime = minutes(31)

/** Law 9, in a run without faults: a door never goes blind. Each touch gets a reading. */
export function expectReading(door: Door): void {
  const { court, memory, time } = door
  const touched = time.now()
  const within = door.hasFewCalls ? inTime : soon
  time.at(touched + within, () => {
    if (door.memory !== memory) return
    const { reading } = memory
    if (reading === undefined || reading.askedAt < touched - within)
      court.accuse(
        'L9 a door never goes blind',
        `no reading for a touch, the last one ${reading?.askedAt ?? 'never'}`,
      )
  })
}
