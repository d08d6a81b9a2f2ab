import * as v from 'valibot'
import type { ListedRoom } from '../admin/room-setting.ts'
import { type AskOutcome, listedRoomSchema } from './asks.ts'
import { longestMessage } from './codec.ts'
import { utf8Length } from './utf8-length.ts'

/** The upper bound for the rest of an answer, bytes. */
const around = 1024

/**
 * One page of the company's rooms, from 0 on: as many as fit into a message. The pages of one list are the same
 * each time. A room that no door would understand is left out.
 */
export function roomPage(
  rooms: readonly ListedRoom[],
  page: number,
): Extract<AskOutcome, { readonly kind: 'rooms' }> {
  const known = rooms.filter((room) => v.is(listedRoomSchema, room))
  let from = 0
  for (let passed = 0; passed < page && from < known.length; passed++) from = endOf(known, from)
  const end = endOf(known, from)
  return { kind: 'rooms', rooms: known.slice(from, end), hasMore: end < known.length }
}

function endOf(rooms: readonly ListedRoom[], from: number): number {
  let left = longestMessage - around
  let end = from
  for (const room of rooms.slice(from)) {
    left -= utf8Length(JSON.stringify(room)) + 1
    if (left < 0) break
    end += 1
  }
  return end
}
