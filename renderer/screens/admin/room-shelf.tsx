import { ArrowLeft, ChevronLeft, ChevronRight, type IconNode, Search } from 'lucide'
import { nameOf } from '../../model/room-shelves.ts'
import { Control, type ControlProps } from '../../parts/control.tsx'
import { Icon } from '../../parts/icon.tsx'
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
        {way.length > 0 && <Turn mark="room-up" label={words.up} icon={ArrowLeft} onPress={finder.up} />}
        <div class="room-where">
          <h1 class="admin-title">{words.action}</h1>
          <p>
            {way.length > 0
              ? way.map(({ label }) => labelText(label)).join(' · ')
              : words.now(nameOf({ id: current, ...snapshot.room }))}
          </p>
        </div>
        <Turn mark="room-search" label={words.search} icon={Search} onPress={finder.keys.show} />
        {pages > 1 && (
          <>
            <Turn
              mark="room-previous"
              label={words.previous}
              icon={ChevronLeft}
              isOff={page === 0}
              onPress={() => finder.turn(-1)}
            />
            <span class="room-page">{`${page + 1} / ${pages}`}</span>
            <Turn
              mark="room-next"
              label={words.next}
              icon={ChevronRight}
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

interface TurnProps extends Pick<ControlProps, 'mark' | 'isOff' | 'onPress'> {
  readonly label: string
  readonly icon: IconNode
}

/** A sign instead of a word: in every language the four have room beside each other on the narrowest screen. */
const Turn = ({ icon, ...control }: TurnProps) => (
  <Control {...control} look="action room-turn">
    <Icon node={icon} />
  </Control>
)
