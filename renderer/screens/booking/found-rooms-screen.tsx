import { bookableOf } from '../../../shared/reserving/wish.ts'
import type { FoundRoom, FoundRooms } from '../../../shared/reserving/found-rooms.ts'
import { ActionButton } from '../../parts/action-button.tsx'
import { Control } from '../../parts/control.tsx'
import type { ActiveView } from '../../view.ts'
import { whereIs } from './where-is.ts'

/** The free rooms nearby, nearest first. One tap chooses a room, the next one books it. */
export function FoundRoomsScreen(view: ActiveView) {
  const { find, snapshot, language } = view
  const { words, formats } = language
  const chosen = find.chosen.value
  return (
    <section class="nearby" aria-label={words.reserve.find.rooms}>
      <h1 class="nearby-title" aria-live="polite">
        {titleOf(snapshot.found, view)}
      </h1>
      {snapshot.found?.kind === 'found' && (
        <ul class="nearby-list">
          {snapshot.found.rooms.map((room, index) => (
            <li key={room.id}>
              <Found room={room} index={index} {...view} />
            </li>
          ))}
        </ul>
      )}
      <div class="foot">
        <ActionButton mark="cancel" label={words.reserve.cancel} onPress={find.cancel} takesFocus />
        {chosen && (
          <ActionButton
            mark="book-found"
            subject={chosen.wish.room}
            label={words.reserve.book}
            detail={words.until(formats.moment(chosen.end, snapshot.today))}
            onPress={find.book}
            isMain
            isWide
          />
        )}
      </div>
    </section>
  )
}

function titleOf(found: FoundRooms | undefined, { snapshot, language }: ActiveView): string {
  const { words } = language
  if (found?.kind === 'failed') return words.problem[found.because]
  if (found?.kind !== 'found') return words.reserve.find.looking
  return bookableOf(snapshot.bookable, 'elsewhere').length > 0
    ? words.reserve.find.rooms
    : words.reserve.find.none
}

function Found({ room, index, find, snapshot, language }: ActiveView & { room: FoundRoom; index: number }) {
  const { words, formats } = language
  const until = room.freeUntil
  const facts = [
    whereIs(room, words.reserve.find),
    ...(room.capacity === undefined ? [] : [words.seats(room.capacity)]),
    until === undefined ? words.freeAllDay : words.until(formats.moment(until, snapshot.today)),
  ]
  return (
    <Control
      mark={`found-${index}`}
      look="found-room"
      subject={room.id}
      isChosen={find.chosen.value?.wish.room === room.id}
      onPress={() => find.choose(room.id)}
    >
      <bdi>{room.name ?? room.id}</bdi>
      <small>{facts.filter(Boolean).join(' · ')}</small>
    </Control>
  )
}
