import { nameOf } from '../../model/room-shelves.ts'
import { ActionButton } from '../../parts/action-button.tsx'
import { Control } from '../../parts/control.tsx'
import type { AdminView } from './admin-view.ts'
import { labelText, RoomEntries } from './room-entries.tsx'

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
        <ActionButton mark="room-search" label={words.search} onPress={finder.keys.show} />
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
      <RoomEntries {...view} current={current} isBusy={isBusy} entries={finder.entries.value} />
    </section>
  )
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
