import type { Room } from '../../shared/domain/room.ts'
import type { Words } from '../words/words.ts'

export function RoomName({ room, words }: { readonly room: Room; readonly words: Words }) {
  return (
    <header class="room">
      <bdi class="room-name">{room.name}</bdi>
      {room.capacity !== undefined && <span class="room-seats">{words.seats(room.capacity)}</span>}
    </header>
  )
}
