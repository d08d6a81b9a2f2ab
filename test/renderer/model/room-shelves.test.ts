import { expect, test } from 'vitest'
import { type Shelf, shelve } from '../../../renderer/model/room-shelves.ts'
import { labelText } from '../../../renderer/screens/admin/room-entries.tsx'
import type { ListedRoom } from '../../../shared/admin/room-setting.ts'

const { compare } = new Intl.Collator('en-US', { numeric: true })

const rooms = (count: number, ...place: readonly string[]): readonly ListedRoom[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `omm_${place.join('')}${index}`,
    name: `Room ${index + 1}`,
    place,
  }))

const shelved = (...listed: readonly (readonly ListedRoom[])[]) => shelve(listed.flat(), compare)

const labels = ({ shelves }: Shelf): readonly string[] => shelves.map(({ label }) => labelText(label))

/** Every shelf, its own included. */
const allOf = (shelf: Shelf): readonly Shelf[] => [shelf, ...shelf.shelves.flatMap(allOf)]

test('rooms lie in their levels, in the order of their names, as people count', () => {
  const all = shelved(rooms(2, 'North', 'F10'), rooms(3, 'North', 'F2'), rooms(1, 'Annex', 'F1'))
  expect(labels(all)).toEqual(['Annex', 'North'])
  const [annex, north] = all.shelves
  expect(annex).toMatchObject({ count: 1, rooms: [{ name: 'Room 1' }], shelves: [] })
  expect(north && labels(north)).toEqual(['F2', 'F10'])
  expect(north?.count).toBe(5)
})

test('a level without siblings is no choice', () => {
  const all = shelved(
    rooms(2, 'Company', 'China', 'North', 'F1'),
    rooms(2, 'Company', 'China', 'North', 'F2'),
  )
  expect(labels(all)).toEqual(['F1', 'F2'])
})

test('rooms that lie in a building itself stand beside its floors', () => {
  const all = shelved(rooms(2, 'North'), rooms(2, 'North', 'F1'))
  expect(labels(all)).toEqual(['F1'])
  expect(all.rooms).toHaveLength(2)
})

test('floors of the same name in two buildings stay apart', () => {
  const all = shelved(rooms(1, 'North', 'F1'), rooms(2, 'South', 'F1'))
  expect(all.shelves.map(({ count }) => count)).toEqual([1, 2])
})

test('rooms without names and levels are there by their ids', () => {
  const all = shelve(
    [
      { id: 'omm_2', place: [] },
      { id: 'omm_1', place: [] },
    ],
    compare,
  )
  expect(all.rooms.map(({ id }) => id)).toEqual(['omm_1', 'omm_2'])
  expect(shelve([], compare)).toMatchObject({ count: 0, rooms: [], shelves: [] })
})

test.each([
  ['on one floor', [rooms(1000)]],
  ['ten thousand on one floor', [rooms(10_000)]],
  ['in 12 buildings of 9 floors', buildings(12, 9, 10)],
])('%s: each room is on one shelf', (_what, listed) => {
  const all = shelved(...listed)
  const shelves = allOf(all)
  expect(shelves.flatMap((shelf) => shelf.rooms)).toHaveLength(listed.flat().length)
})

function buildings(count: number, floors: number, each: number): readonly (readonly ListedRoom[])[] {
  return Array.from({ length: count }, (_, building) =>
    Array.from({ length: floors }, (__, floor) => rooms(each, `B${building}`, `F${floor}`)),
  ).flat()
}
