import { pause } from '../../engine/pause.ts'
import type { Clock } from '../../engine/ports.ts'
import { seconds } from '../../shared/time/time.ts'
import { offerPassword } from '../enrolment/rotation.ts'
import type { CommandParts } from './commands.ts'
import { problemText } from './problem-text.ts'

export interface RotateDoorParts extends Pick<CommandParts, 'doors' | 'audit' | 'random' | 'by' | 'say'> {
  readonly clock: Clock
}

/** How often the command looks, and how often at most: the hub tells the door within 5 s. Ms. */
const between = seconds(1)
const looks = 30

/** Gives a door another password at the broker, and waits for the door to have it. The old one works until then. */
export async function rotateDoor(parts: RotateDoorParts, door: string): Promise<0 | 1> {
  const { doors, say, by, clock } = parts
  const offered = await offerPassword(parts, door, by)
  if (!offered.ok) {
    say(problemText(offered.error))
    return 1
  }
  for (let look = 0; look < looks; look++) {
    // oxlint-disable-next-line no-await-in-loop -- one look after the other
    await pause(clock, between)
    // oxlint-disable-next-line no-await-in-loop -- the same
    const listed = await doors.list()
    if (listed.ok && listed.value.find(({ id }) => id === door)?.nextPassword === undefined) {
      say(`${door} has another password, and the old one has ended`)
      return 0
    }
  }
  say(
    `${door} has not taken its next password yet. It does as soon as it is heard, and a hub leads; the old one works until then.`,
  )
  return 1
}
