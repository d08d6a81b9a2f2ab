import { enrolDoor, type HeadlessDoor } from '../../build/fleet/headless-door.ts'
import { type AtEnd, startSite } from '../../build/fleet/site.ts'
import { createSystemClock } from '../../main/adapters/clock/system-clock.ts'
import { minutes, seconds } from '../../shared/time/time.ts'
import { realTime } from '../../simulator/real-time.ts'
import { serveWorld } from '../../simulator/server.ts'
import { createWorld } from '../../simulator/world.ts'

/**
 * How long after a tap on *Check in* at one door the other door of its room shows it, ms, for each room in turn: over a real
 * Mosquitto, PostgreSQL and hub, each a process of its own. The doors are all in this process.
 */
export async function tapAtOtherDoor(count: number, atEnd: AtEnd): Promise<readonly number[]> {
  const { elapsed } = createSystemClock()
  const world = createWorld({ now: realTime.now, random: Math.random })
  const app = world.addApp()
  const rooms = Array.from({ length: count }, () => world.addRoom())
  const now = Math.floor(realTime.now() / seconds(1)) * seconds(1)
  for (const room of rooms) world.book(room, { from: now - minutes(1), to: now + minutes(120) })
  const served = await serveWorld(world, { after: realTime.after })
  atEnd(served.close)
  const roomIds = rooms.map(({ id }) => id)
  const { origin } = served
  const site = await startSite(atEnd, { origin, appId: app.id, appSecret: app.secret, roomIds })
  const enrolled = async (room: string): Promise<HeadlessDoor> => {
    const door = await enrolDoor(site, await site.codeFor(room))
    atEnd(door.stop)
    return door
  }
  const taken: number[] = []
  for (const room of roomIds) {
    // oxlint-disable-next-line no-await-in-loop -- one room after the other: a person taps once
    const [tapped, other] = [await enrolled(room), await enrolled(room)] as const
    // oxlint-disable-next-line no-await-in-loop -- the same
    await Promise.all([tapped, other].map((door) => shows(door, 'awaitingCheckIn')))
    const [arriving] = tapped.panel.current().checkIns
    const since = elapsed()
    void tapped.panel.checkIn(arriving?.id ?? '')
    // oxlint-disable-next-line no-await-in-loop -- the same
    await shows(other, 'inUse')
    taken.push(elapsed() - since)
  }
  return taken
}

/** Resolves as soon as the door's picture says so. */
const shows = ({ panel }: HeadlessDoor, kind: string): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (panel.current().occupancy.kind === kind) resolve()
    }
    panel.onSnapshot(look)
    look()
  })
