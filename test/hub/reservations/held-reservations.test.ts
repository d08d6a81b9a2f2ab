import { expect, test } from 'vitest'
import type { ReservationCalendar } from '../../../engine/reservation-calendar.ts'
import { createHeldReservations } from '../../../hub/reservations/held-reservations.ts'
import { createTurns } from '../../../hub/reservations/turns.ts'
import { reservationIdOf } from '../../../shared/reserving/reservation.ts'
import { err, ok } from '../../../shared/result.ts'
import { at } from '../../support/builders.ts'

const entry = { name: 'entry', meeting: 'meeting' }
const wanted = {
  id: reservationIdOf('one'),
  wish: 'now' as const,
  room: 'omm_1',
  start: at('10:00'),
  end: at('10:30'),
  title: 'Booked at the door',
  timeZone: 'Asia/Shanghai',
}

/** A calendar that says what was written to it, and a lease that may be lost. */
function aHeldCalendar(over: Partial<ReservationCalendar> = {}) {
  const written: string[] = []
  const lease = { held: true }
  const limits: unknown[] = []
  const calendar: ReservationCalendar = {
    readLimits: async () => ok({ longest: 1 }),
    readBusy: async () => ok(new Map()),
    make: async () => {
      written.push('make')
      return { kind: 'made', entry }
    },
    askRoom: async () => {
      written.push('askRoom')
      return ok(undefined)
    },
    readAnswer: async () => ok('waiting'),
    remove: async () => {
      written.push('remove')
      return ok(undefined)
    },
    list: async () => ok([]),
    ...over,
  }
  const held = createHeldReservations({
    calendar,
    lease: { isHeld: () => lease.held },
    limitsInTurn: createTurns(),
    onLimits: (read) => limits.push(read),
  })
  return { held, lease, written, limits }
}

test('a hub whose lease is lost writes nothing to the calendar, and knows that it has not', async () => {
  const { held, lease, written } = aHeldCalendar()
  lease.held = false
  expect(await held.make(wanted)).toMatchObject({ kind: 'refused' })
  expect(await held.askRoom(entry, 'omm_1')).toMatchObject({ ok: false })
  expect(await held.remove(entry)).toMatchObject({ ok: false })
  expect(written).toEqual([])
  lease.held = true
  await held.make(wanted)
  await held.askRoom(entry, 'omm_1')
  await held.remove(entry)
  expect(written).toEqual(['make', 'askRoom', 'remove'])
})

test('the doors are told of the limits of their own room alone, and of none once the app may not book', async () => {
  const denied = { kind: 'refused', problem: { code: 'scopeMissing' } } as const
  const { held, limits } = aHeldCalendar({ make: async () => denied })
  await held.readLimits()
  await held.readLimits('omm_2')
  await held.make(wanted)
  expect(limits).toEqual([{ longest: 1 }, undefined])
})

test('without limits no door books', async () => {
  const { held, limits } = aHeldCalendar({ readLimits: async () => err({ code: 'rateLimited' }) })
  await held.readLimits()
  expect(limits).toEqual([undefined])
})
