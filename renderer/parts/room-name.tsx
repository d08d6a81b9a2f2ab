import type { Room } from '../../shared/reading/room.ts'
import type { Words } from '../../shared/languages/words.ts'

/** The room's name and place, because people may have come to the wrong floor. */
export function RoomName({ room, words }: { readonly room: Room; readonly words: Words }) {
  return (
    <header class="room">
      <bdi class="room-name">{room.name}</bdi>
      <span class="room-facts">
        {room.place !== undefined && <bdi class="room-place">{room.place.join(' · ')}</bdi>}
        {room.capacity !== undefined && <span class="room-seats">{words.seats(room.capacity)}</span>}
      </span>
    </header>
  )
}
