import { expect, test } from 'vitest'
import { roomsByKeys } from '../../../renderer/model/rooms-by-keys.ts'
import type { ListedRoom } from '../../../shared/admin/room-setting.ts'

const room = (name: string, ...place: readonly string[]): ListedRoom => ({ id: `omm_${name}`, name, place })

const rooms = [
  room('Magnolia 1', 'Berlin', '4. OG'),
  room('Oak 12', 'Berlin', 'EG'),
  room('Élysée', 'Paris'),
  room('玉兰厅', '北京', '12F'),
  room('F3-302'),
]

test.each([
  ['624', ['Magnolia 1']],
  ['6246654', ['Magnolia 1']],
  ['624665421', ['Magnolia 1']],
  ['12', ['Oak 12', '玉兰厅']],
  ['6251', ['Oak 12']],
  ['359', ['Élysée']],
  ['958', ['玉兰厅']],
  ['58', ['玉兰厅']],
  ['302', ['F3-302']],
  ['33', ['F3-302']],
  ['23', ['Magnolia 1', 'Oak 12']],
  ['27', []],
  ['999', []],
])('the keys %s name %o', (digits, expected) => {
  expect(roomsByKeys(rooms, digits).map(({ name }) => name)).toEqual(expected)
})

test('a room without a name is found by its id', () => {
  expect(roomsByKeys([{ id: 'omm_77', place: [] }], '77')).toHaveLength(1)
})
