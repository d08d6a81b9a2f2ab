import { parseMessage } from '../../../shared/line/codec.ts'
import { pulseTopic } from '../../../shared/line/topics.ts'
import { pulseServesFor } from '../../../shared/line/view-state.ts'
import { instantOf } from '../../../shared/time/time.ts'
import { THE_TRUTH } from '../../../simulator/calendar/instances.ts'
import { anObservingWorld, type ObservingWorld } from './observing-world.ts'
import type { PlacedDoor } from './placed-door.ts'
import { repeatedReplies } from './repeated-replies.ts'
import { isBusyWithin } from './room-truth.ts'
import type { Broken, Lived } from './world.ts'

const steps = 60

/** Laws 2, 3, 4, 7, 8 and 14, while people use the doors and everything else may fail. */
export async function liveObserving(seed: number): Promise<Lived> {
  const world = await anObservingWorld(seed)
  const broken: Broken[] = []
  const seenReadings = new Map<object, number>()
  for (let step = 0; step < steps; step++) {
    // oxlint-disable-next-line no-await-in-loop -- one thing after the other
    await world.step()
    broken.push(...judgedDoors(world, seenReadings))
    // oxlint-disable-next-line no-await-in-loop -- the same
    broken.push(...(await uncommitted(world)))
  }
  const toldUntil = world.clock.now()
  await world.heal()
  broken.push(...world.hubs.trespasses, ...repeatedReplies(world.world.replies))
  broken.push(...judgedEnd(world), ...(await lostCheckIns(world, toldUntil)))
  return {
    broken,
    roomTime: world.clock.elapsed() * world.rooms.length,
    tally: { taps: world.taps.length, replies: world.world.replies.length },
  }
}

function judgedDoors(world: ObservingWorld, seenReadings: Map<object, number>): readonly Broken[] {
  const { doors, clock } = world
  return doors.flatMap((placed) => {
    const { name, door } = placed
    const { connection, occupancy } = door.panel.current()
    const broken: Broken[] = []
    const seen = seenReadings.get(door) ?? -Infinity
    if (connection.readAt !== undefined) {
      if (connection.readAt < seen)
        broken.push({ law: 'H2 views only go forward', what: `${name} went back` })
      seenReadings.set(door, Math.max(seen, connection.readAt))
    }
    if (occupancy.kind !== 'free') return broken
    if (connection.kind !== 'live' || pulseAge(world) > pulseServesFor + 1)
      broken.push({ law: 'H3 green needs a hub that is heard', what: `${name}, ${connection.kind}` })
    if (lacksShown(placed, clock.now()))
      broken.push({ law: 'H3 green needs a hub that is heard', what: `${name} lacks what it has shown` })
    return broken
  })
}

/** How long ago a hub gave its last sign of life, ms. */
function pulseAge({ broker, clock }: ObservingWorld): number {
  const last = broker.taken.findLast(({ topic }) => topic === pulseTopic)
  const pulse = parseMessage('pulse', last?.payload ?? '')
  return pulse.ok ? clock.now() - pulse.value.time : Infinity
}

/** Whether the door lacks a booking that runs, and ran when it was read, and that the door has shown before. */
function lacksShown({ door: { panel, shown }, room: { schedule } }: PlacedDoor, now: number): boolean {
  const { readAt = now } = panel.current().connection
  return schedule
    .within({ start: now, end: now + 1 }, THE_TRUTH)
    .some(
      ({ start, event: { uid } }) =>
        start <= readAt && shown.some(({ bookings }) => bookings.some(({ id }) => id.startsWith(`${uid}/`))),
    )
}

/** Check-ins that some view has and the store has not. */
async function uncommitted({ broker, store }: ObservingWorld): Promise<readonly Broken[]> {
  const kept = await store.checkIns.endingAfter(instantOf(0))
  if (!kept.ok) return []
  const ids = new Set(kept.value.map(({ id }) => id))
  return broker.taken
    .slice(-20)
    .flatMap(({ topic, payload }) => (topic.endsWith('/to/room') ? [parseMessage('room', payload)] : []))
    .flatMap((view) => (view.ok ? view.value.checkIns.map(({ id }) => id) : []))
    .filter((id) => !ids.has(id))
    .map((id) => ({ law: 'H4 a view follows the commit', what: id }))
}

/** In the end every door says what is true, and the two of one room say the same. */
function judgedEnd({ doors, clock }: ObservingWorld): readonly Broken[] {
  const now = clock.now()
  const wrong = doors
    .filter(({ room, door }) => isBusyAt(door, now) !== isBusyWithin(room, now, now + 1))
    .map(({ name, door }) => ({
      law: 'H14 all goes on by itself',
      what: `${name} shows ${door.occupancy()}`,
    }))
  const [a, b] = doors.map(({ door }) => door.occupancy())
  return a === b ? wrong : [...wrong, { law: 'one truth at two doors', what: `${a} and ${b}` }]
}

/** Whether the door says that somebody has the room now; who checks in early has it only from the start on. */
function isBusyAt({ panel }: PlacedDoor['door'], now: number): boolean | string {
  const { occupancy } = panel.current()
  if (occupancy.kind === 'free' || occupancy.kind === 'checkInOpen') return false
  return 'booking' in occupancy ? occupancy.booking.start <= now : occupancy.kind
}

/** Check-ins that a door has on its disk, to bookings that were not over before everything was healed, and that no hub has in the end. */
async function lostCheckIns({ doors, store }: ObservingWorld, since: number): Promise<readonly Broken[]> {
  const kept = await store.checkIns.endingAfter(instantOf(0))
  if (!kept.ok) return []
  const bookings = new Set(kept.value.map(({ booking }) => booking))
  return doors.flatMap(({ name, door: { journal } }) =>
    journal.kept.kind === 'found'
      ? journal.kept.content.checkIns
          .filter(
            ({ booking, end, isPresumed }) => isPresumed !== true && end > since && !bookings.has(booking),
          )
          .map(({ booking }) => ({
            law: 'H4 a tick is kept until a hub has it',
            what: `${booking} at ${name}`,
          }))
      : [],
  )
}
