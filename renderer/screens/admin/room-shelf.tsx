import type { ComponentChildren } from 'preact'
import type { RoomEntry } from '../../model/room-finder.ts'
import { nameOf, type ShelfLabel } from '../../model/room-shelves.ts'
import { ActionButton } from '../../parts/action-button.tsx'
import { Control } from '../../parts/control.tsx'
import type { AdminView } from './admin-view.ts'

export interface RoomShelfProps extends AdminView {
  readonly current: string
  readonly isBusy: boolean
}

/** One page of the entries of a shelf, with the buttons up and to other pages. */
export function RoomShelf({ current, isBusy, ...view }: RoomShelfProps) {
  const { model, language, snapshot } = view
  const { finder } = model
  const words = language.words.admin.rooms
  const way = finder.way.value.slice(1)
  const [page, pages] = [finder.page.value, finder.pages.value]
  return (
    <section class="admin-list room-shelf" data-testid="admin-rooms-list">
      <header class="room-way">
        {way.length > 0 && <ActionButton mark="room-up" label={words.up} onPress={finder.up} />}
        <div class="room-where">
          <h1 class="admin-title">{words.action}</h1>
          <p>
            {way.length > 0
              ? way.map(({ label }) => labelText(label)).join(' · ')
              : words.now(nameOf({ id: current, ...snapshot.room }))}
          </p>
        </div>
        {pages > 1 && (
          <>
            <Turn
              mark="room-previous"
              label={words.previous}
              isOff={page === 0}
              onPress={() => finder.turn(-1)}
            />
            <span class="room-page">{`${page + 1} / ${pages}`}</span>
            <Turn
              mark="room-next"
              label={words.next}
              isOff={page === pages - 1}
              onPress={() => finder.turn(1)}
            />
          </>
        )}
      </header>
      <ul>
        {finder.entries.value.map((entry, index) => (
          <li key={index}>
            <EntryButton {...view} {...{ current, isBusy, entry, index }} />
          </li>
        ))}
      </ul>
    </section>
  )
}

export const labelText = (label: ShelfLabel): string => {
  if (label.kind === 'all') return ''
  return label.kind === 'place' ? label.name : `${label.first} – ${label.last}`
}

interface TurnProps {
  readonly mark: string
  readonly label: string
  readonly isOff: boolean
  readonly onPress: () => void
}

function Turn({ mark, label, isOff, onPress }: TurnProps) {
  return (
    <Control mark={mark} look="action" isOff={isOff} onPress={onPress}>
      {label}
    </Control>
  )
}

interface EntryButtonProps extends RoomShelfProps {
  readonly entry: RoomEntry
  readonly index: number
}

/** The panel's present room can't be chosen, and is labelled as such. */
function EntryButton({ entry, index, current, isBusy, model, language }: EntryButtonProps) {
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
  const seats = room.capacity === undefined ? undefined : words.seats(room.capacity)
  return (
    <Entry
      mark={mark}
      subject={room.id}
      isOff={isHere || isBusy}
      onPress={() => model.ask({ kind: 'setRoom', room })}
      detail={isHere ? words.admin.rooms.thisRoom : seats}
    >
      {nameOf(room)}
    </Entry>
  )
}

interface EntryProps extends Omit<TurnProps, 'label'> {
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
