import { pulseServesFor } from '../../../shared/line/view-state.ts'
import { isOpen } from '../../../shared/reserving/reservation.ts'
import { aBookingWorld, type BookingWorld } from './booking-world.ts'
import { isBusyWithin } from './room-truth.ts'
import type { Broken, Lived } from './world.ts'

const steps = 60

/** Laws 7, 8 and 14 of what visitors book: it is made once, no door is green meanwhile, and it ends booked or gone. */
export async function liveBooking(seed: number): Promise<Lived> {
  const world = await aBookingWorld(seed)
  const broken: Broken[] = []
  for (let step = 0; step < steps; step++) {
    // oxlint-disable-next-line no-await-in-loop -- one thing after the other
    await world.step()
    // oxlint-disable-next-line no-await-in-loop -- the same
    broken.push(...(await greenWhileBooked(world)))
  }
  broken.push(...madeTwice(world))
  await world.heal()
  const kept = await world.reservations()
  broken.push(...world.hubs.trespasses, ...(await judgedEnd(world)))
  return {
    broken,
    roomTime: world.clock.elapsed() * world.rooms.length,
    tally: { wished: kept.length, booked: kept.filter(({ state }) => state.kind === 'booked').length },
  }
}

/** The green doors of rooms that are being booked, and have been for longer than a door may not hear of it. */
async function greenWhileBooked({ doors, clock, reservations }: BookingWorld): Promise<readonly Broken[]> {
  const open = (await reservations()).filter(isOpen)
  return doors.flatMap(({ name, room, door }) => {
    const isBeingBooked = open.some((one) => one.room === room.id && one.at + pulseServesFor < clock.now())
    const isGreen = isBeingBooked && door.occupancy() === 'free'
    return isGreen ? [{ law: 'B3 not green while it books', what: name }] : []
  })
}

const madeTwice = ({ keys }: BookingWorld): readonly Broken[] => {
  const all = keys()
  return all
    .filter((key, index) => all.indexOf(key) !== index)
    .map((key) => ({ law: 'B1 a booking is made once', what: `${key}` }))
}

/** In the end each is booked or gone, and every door says what is true. */
async function judgedEnd(world: BookingWorld): Promise<readonly Broken[]> {
  const { doors, clock } = world
  const kept = await world.reservations()
  const booked = new Set<string>(kept.filter(({ state }) => state.kind === 'booked').map(({ id }) => id))
  const now = clock.now()
  return [
    ...kept
      .filter(isOpen)
      .map(({ id }) => ({ law: 'B2 an event ends booked or gone', what: `${id} is open` })),
    ...world
      .entries()
      .filter((key) => !booked.has(key))
      .map((key) => ({ law: 'B2 an event ends booked or gone', what: `${key} is left` })),
    ...doors
      .filter(({ door }) => ['reserving', 'notBooked'].includes(door.panel.current().reserving.kind))
      .map(({ name }) => ({ law: 'H14 all goes on by itself', what: `${name} still books` })),
    ...doors
      .filter(({ room, door }) => (door.occupancy() === 'inUse') !== isBusyWithin(room, now, now + 1))
      .map(({ name, door }) => ({
        law: 'H14 all goes on by itself',
        what: `${name} shows ${door.occupancy()}`,
      })),
  ]
}
