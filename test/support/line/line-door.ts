import { createLineCalendar } from '../../../engine/calendars/line/line-calendar.ts'
import { announce, type Announcement, announcementOf } from '../../../engine/line/announce.ts'
import { createLine, type Line } from '../../../engine/line/line.ts'
import { doorRights, type FromDoor, fromTopic, hubRights } from '../../../shared/line/topics.ts'
import { ok } from '../../../shared/result.ts'
import { seconds } from '../../../shared/time/time.ts'
import { aConfiguration, aDoor, type DoorOptions } from '../a-door.ts'
import type { MemoryBroker } from '../memory/memory-broker.ts'
import { createMemoryLog } from '../memory/memory-log.ts'
import type { VirtualClock } from '../virtual-clock.ts'

/** The line of a client with an account of its own: of a hub if it is named so, else of a door. */
export function lineTo(
  broker: MemoryBroker,
  clock: VirtualClock,
  name: string,
  { will }: Partial<Announcement> = {},
): Line {
  const rights = name.startsWith('hub') ? hubRights : doorRights(name)
  broker.accounts.set(name, { password: name, ...rights })
  const connect = broker.client({
    url: 'mqtt://memory',
    clientId: name,
    username: name,
    readPassword: async () => ok(name),
    sessionExpiry: seconds(60),
    ...(will && { will }),
  })
  return createLine({ connect, clock, log: createMemoryLog(), random: () => 0.1 })
}

interface LineDoorOptions extends Partial<DoorOptions> {
  readonly mode?: 'off' | 'observe' | 'auto'
  /** What IT says of check-in besides. */
  readonly rules?: Readonly<Record<string, unknown>>
  /** Whether visitors can book at it. */
  readonly books?: boolean
  /** The id of its room, where that matters. */
  readonly room?: string
}

/** A whole door panel on the line, which asks for no check-in unless the test says so. */
export async function aLineDoor(
  { broker, clock }: { readonly broker: MemoryBroker; readonly clock: VirtualClock },
  name: string,
  time: string,
  over: LineDoorOptions = {},
) {
  const { mode = 'off', rules = {}, books = false, room, ...options } = over
  // Of no two lives of a door, as a random one is not.
  const session = `${name}-${clock.elapsed()}`
  const announcement = announcementOf(name, session, '0.1.0')
  const line = lineTo(broker, clock, name, announcement)
  const takeLeave = announce(line, announcement)
  await clock.advance(0)
  let made = 0
  // As long as a UUID: the calendar takes no shorter one for a key.
  const newId = () => `${session}-${String((made += 1)).padStart(30, '0')}`
  const calendar = createLineCalendar({ line, door: name, session, clock, log: createMemoryLog(), newId })
  const door = await aDoor(time, {
    ...options,
    clock,
    setUp: async (_standing, preview) => {
      const configuration = aConfiguration({
        checkIn: { mode, ...rules },
        ...(room !== undefined && { room: { id: room } }),
        ...(books && { booking: { who: 'everyone' } }),
      })
      await preview(configuration)
      return ok({ configuration, calendar })
    },
  })
  /** Ends the panel and its line. */
  const leave = async (): Promise<void> => {
    door.panel.stop()
    await takeLeave()
    await line.close()
  }
  /** Says something on the line that no door’s program says. */
  const say = (what: FromDoor, payload: string) =>
    line.publish({ topic: fromTopic(name, what), payload, qos: 1, retain: false })
  return { ...door, leave, say }
}

export type LineDoor = Awaited<ReturnType<typeof aLineDoor>>

/** What the door said last of an action that has come to its end. */
export const lastWordOf = ({ shown }: Pick<LineDoor, 'shown'>) =>
  shown.flatMap(({ actions }) => actions.filter(({ stage }) => stage === 'settled')).at(-1)
