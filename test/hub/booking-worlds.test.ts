import { expect, test } from 'vitest'
import { pulseServesFor } from '../../shared/line/view-state.ts'
import { isOpen } from '../../shared/reserving/reservation.ts'
import { aBookingWorld, isBusyWithin } from '../support/hub/a-booking-world.ts'

type World = Awaited<ReturnType<typeof aBookingWorld>>

/** The green doors of rooms that are being booked, and have been for longer than a door may not hear of it. */
async function greenWhileBooked({ doors, clock, reservations }: World): Promise<readonly string[]> {
  const open = (await reservations()).filter(isOpen)
  return doors.flatMap(({ name, room, door }) => {
    const isBeingBooked = open.some((one) => one.room === room.id && one.at + pulseServesFor < clock.now())
    return isBeingBooked && door.occupancy() === 'free' ? [name] : []
  })
}

const twice = (keys: readonly unknown[]): readonly unknown[] =>
  keys.filter((key, index) => keys.indexOf(key) !== index)

test.each(Array.from({ length: 12 }, (_, index) => index + 1))(
  'in world %d no booking is made twice, no door of a room that is being booked is green, and in the end each is booked or gone',
  async (seed) => {
    const world = await aBookingWorld(seed)
    const { doors, clock } = world
    for (let step = 0; step < 60; step++) {
      // oxlint-disable-next-line no-await-in-loop -- one thing after the other
      await world.step()
      // oxlint-disable-next-line no-await-in-loop -- the same
      expect(await greenWhileBooked(world)).toEqual([])
      expect(twice(world.keys())).toEqual([])
    }
    await world.heal()
    const kept = await world.reservations()
    expect(kept.filter(isOpen)).toEqual([])
    const booked = kept.filter(({ state }) => state.kind === 'booked').map(({ id }) => id)
    expect(world.entries().filter((key) => !booked.some((id) => id === key))).toEqual([])
    for (const { door } of doors)
      expect(['reserving', 'notBooked']).not.toContain(door.panel.current().reserving.kind)
    const now = clock.now()
    for (const { room, door } of doors)
      expect(door.occupancy() === 'inUse').toBe(isBusyWithin(room, now, now + 1))
    expect(kept.length).toBeGreaterThan(0)
  },
)
