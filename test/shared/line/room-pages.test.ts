import { expect, test } from 'vitest'
import type { ListedRoom } from '../../../shared/admin/room-setting.ts'
import { encodeMessage } from '../../../shared/line/codec.ts'
import { roomPage } from '../../../shared/line/room-pages.ts'

const rooms = (count: number): readonly ListedRoom[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `omm_${index}`,
    name: '会'.repeat(index % 120),
    capacity: 8,
    place: ['Shanghai', 'Tower A', `F${index % 9}`],
  }))

test('the pages of a list have each room once, and each page fits into a message', () => {
  const all = rooms(900)
  const seen: ListedRoom[] = []
  for (let page = 0, hasMore = true; hasMore; page++) {
    const outcome = roomPage(all, page)
    seen.push(...outcome.rooms)
    ;({ hasMore } = outcome)
    expect(encodeMessage({ v: 1, re: 'r'.repeat(64), outcome })).toMatchObject({ ok: true })
  }
  expect(seen).toEqual(all)
})

test.each([
  ['an empty list', [], 0],
  ['a page beyond the last', rooms(3), 7],
])('%s has no rooms and no other page', (_what, all, page) => {
  expect(roomPage(all, page)).toEqual({ kind: 'rooms', rooms: [], hasMore: false })
})

test('a room that no door would understand costs that room alone', () => {
  const odd = { id: 'omm_odd', name: 'x'.repeat(700), place: [] }
  expect(roomPage([odd, ...rooms(1)], 0)).toEqual({ kind: 'rooms', rooms: rooms(1), hasMore: false })
})
