import { expect, test } from 'vitest'
import { nearRooms } from '../../../shared/reserving/near-rooms.ts'

const tower = (floor: string) => ['Shanghai', 'Tower A', floor]
const room = (id: string, place: readonly string[]) => ({ id, place })

/** The floors from `here` to a room on `there`, in one building. */
const floorsUp = (here: string, there: string) =>
  nearRooms([room('own', tower(here)), room('other', tower(there))], 'own')[0]?.floorsUp

test.each([
  ['F3', 'F3', 0],
  ['F3', 'F5', 2],
  ['3F', '1F', -2],
  ['3楼', '10楼', 7],
  ['Floor 1', 'B2', -3],
  ['1F', '地下1階', -2],
  ['Lobby', 'F2', undefined],
  ['2-3', 'F4', undefined],
  ['Lobby', 'Lobby', 0],
])('from %s to %s it is %s floors up', (here, there, floors) => expect(floorsUp(here, there)).toBe(floors))

test('nearest first: this floor, this building by its floors, then the rest', () => {
  const rooms = [
    room('own', tower('F3')),
    room('away', ['Shanghai', 'Tower B', 'F3']),
    room('lobby', tower('Lobby')),
    room('top', tower('F9')),
    room('below', tower('F2')),
    room('beside', tower('F3')),
  ]
  expect(nearRooms(rooms, 'own').map(({ id }) => id)).toEqual(['beside', 'below', 'top', 'lobby', 'away'])
})

test('a room whose place is not known is no neighbour of another one', () => {
  expect(nearRooms([room('own', []), room('other', [])], 'own')).toEqual([{ id: 'other', place: [] }])
})

test('at most twenty, as many as the calendar reads at once', () => {
  const many = Array.from({ length: 50 }, (_, index) => room(`${index}`, tower(`F${index}`)))
  expect(nearRooms(many, '0')).toHaveLength(20)
})
