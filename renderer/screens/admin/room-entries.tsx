import type { ComponentChildren } from 'preact'
import type { RoomEntry } from '../../model/room-finder.ts'
import { nameOf, type ShelfLabel } from '../../model/room-shelves.ts'
import { Control } from '../../parts/control.tsx'
import type { AdminView } from './admin-view.ts'

export interface RoomEntriesProps extends AdminView {
  readonly current: string
  readonly isBusy: boolean
  readonly entries: readonly RoomEntry[]
  /** Of rooms that are found everywhere it has to be said where each is. */
  readonly showsPlace?: boolean
}

/** Rooms, and what has rooms in it, to press. */
export function RoomEntries({ entries, ...view }: RoomEntriesProps) {
  return (
    <ul class="admin-rows">
      {entries.map((entry, index) => (
        <li key={index}>
          <EntryButton {...view} entry={entry} index={index} />
        </li>
      ))}
    </ul>
  )
}

export const labelText = (label: ShelfLabel): string => (label.kind === 'all' ? '' : label.name)

interface EntryButtonProps extends Omit<RoomEntriesProps, 'entries'> {
  readonly entry: RoomEntry
  readonly index: number
}

/** The panel's present room can't be chosen, and is labelled as such. */
function EntryButton({
  entry,
  index,
  current,
  isBusy,
  showsPlace = false,
  model,
  language,
}: EntryButtonProps) {
  const words = language.words
  const mark = `room-${index}`
  if (entry.kind === 'shelf') {
    const { shelf } = entry
    return (
      <Entry
        mark={mark}
        subject={labelText(shelf.label)}
        isOff={false}
        onPress={() => model.finder.enter(shelf)}
        detail={words.admin.rooms.count(shelf.count)}
      >
        {labelText(shelf.label)}
      </Entry>
    )
  }
  const { room } = entry
  const isHere = room.id === current
  const seats = room.capacity === undefined ? [] : [words.seats(room.capacity)]
  const facts = [...(showsPlace ? room.place : []), ...seats].join(' · ')
  return (
    <Entry
      mark={mark}
      subject={room.id}
      isOff={isHere || isBusy}
      onPress={() => model.ask({ kind: 'setRoom', room })}
      detail={isHere ? words.admin.rooms.thisRoom : facts}
    >
      {nameOf(room)}
    </Entry>
  )
}

interface EntryProps {
  readonly mark: string
  readonly isOff: boolean
  readonly onPress: () => void
  readonly subject: string
  readonly detail: string | undefined
  readonly children: ComponentChildren
}

function Entry({ mark, subject, isOff, onPress, detail, children }: EntryProps) {
  return (
    <Control mark={mark} look="room-entry" subject={subject} isOff={isOff} onPress={onPress}>
      <bdi>{children}</bdi>
      {detail && <small>{detail}</small>}
    </Control>
  )
}
