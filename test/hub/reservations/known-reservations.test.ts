import { expect, test } from 'vitest'
import { createKnownReservations } from '../../../hub/reservations/known-reservations.ts'
import { seconds } from '../../../shared/time/time.ts'
import { at } from '../../support/builders.ts'
import { aReservation } from '../store/contract/kept-things.ts'

const entry = { name: 'entry', meeting: 'meeting' }
const bookedAt = at('10:00:05')
const elsewhere = aReservation({ wish: 'elsewhere', room: 'room-2', byRoom: 'room-1' })
const booked = { ...elsewhere, state: { kind: 'booked', entry, at: bookedAt } } as const

function knownRooms() {
  const changed: string[] = []
  const known = createKnownReservations((room) => changed.push(room))
  return { known, changed }
}

test('of a room nothing is known before the store has told what an earlier hub had begun', () => {
  const { known } = knownRooms()
  expect(known.of('room-1', at('10:00'))).toBeUndefined()
  known.kept('room-1', [])
  expect(known.of('room-1', at('10:00'))).toEqual([])
})

test('what a door has made in another room the doors of both are told', () => {
  const { known, changed } = knownRooms()
  known.kept('room-2', [])
  known.kept('room-1', [elsewhere])
  expect(changed).toEqual(['room-2', 'room-1', 'room-2'])
  expect(known.of('room-1', at('10:00'))).toEqual([elsewhere])
  expect(known.of('room-2', at('10:00'))).toEqual([elsewhere])
})

test('a room that was booked from another one is free by no reading from before', () => {
  const { known } = knownRooms()
  known.kept('room-2', [])
  known.kept('room-1', [booked])
  expect(known.of('room-2', at('10:00'))).toMatchObject([{ state: { kind: 'waiting', entry } }])
  expect(known.of('room-2', bookedAt)).toEqual([booked])
  expect(known.of('room-1', at('10:00'))).toEqual([booked])
})

test('of many bookings the doors are told the newest, and each that is under way', () => {
  const { known } = knownRooms()
  const many = Array.from({ length: 50 }, (_, index) =>
    aReservation({
      id: `r-${index}`,
      at: at('09:00'),
      ...(index > 0 && { state: { ...booked.state, at: bookedAt } }),
    }),
  )
  known.kept('room-1', many)
  const told = known.of('room-1', at('10:00'))?.map(({ id }) => id) ?? []
  expect([told.length, told[0], told.at(-1)]).toEqual([31, 'r-0', 'r-49'])
})

test('the limits of a room are told until they are lost', () => {
  const { known, changed } = knownRooms()
  known.limitsRead('room-1', { longest: seconds(60) })
  expect(known.limitsOf('room-1')).toEqual({ longest: seconds(60) })
  known.limitsRead('room-1', undefined)
  expect(known.limitsOf('room-1')).toBeUndefined()
  expect(changed).toEqual(['room-1', 'room-1'])
})
