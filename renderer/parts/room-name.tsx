import { Monitor, Phone, Presentation, Projector, Users, Video, type IconNode } from 'lucide'
import type { Words } from '../../shared/languages/words.ts'
import type { Equipment } from '../../shared/reading/equipment.ts'
import type { Room } from '../../shared/reading/room.ts'
import { emWidthOf } from '../model/em-width.ts'
import { Icon } from './icon.tsx'

const iconOf: Readonly<Record<Equipment, IconNode>> = {
  display: Monitor,
  projector: Projector,
  video: Video,
  phone: Phone,
  whiteboard: Presentation,
}

/** The room's name and place, because people may have come to the wrong floor; then its seats and equipment. */
export function RoomName({ room, words }: { readonly room: Room; readonly words: Words }) {
  const { name = '', place, capacity, equipment = [] } = room
  return (
    <header class="room">
      <bdi class="room-name" style={{ '--letters': Math.max(emWidthOf(name), 1) }}>
        {name}
      </bdi>
      <p class="room-facts">
        {place !== undefined && <bdi class="room-place">{place.join(' · ')}</bdi>}
        {capacity !== undefined && (
          <span class="room-fact" role="img" aria-label={words.seats(capacity)}>
            <Icon node={Users} />
            {capacity}
          </span>
        )}
        {equipment.map((kind) => (
          <span key={kind} class="room-fact" role="img" aria-label={words.equipment[kind]}>
            <Icon node={iconOf[kind]} />
          </span>
        ))}
      </p>
    </header>
  )
}
