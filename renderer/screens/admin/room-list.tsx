import type { RoomList, RoomsNotRead } from '../../../shared/admin/room-setting.ts'
import { CodeLine } from '../../parts/lines/code-line.tsx'
import type { Words } from '../../../shared/languages/words.ts'
import type { AdminView } from './admin-view.ts'
import { RoomSearch } from './room-search.tsx'
import { RoomShelf } from './room-shelf.tsx'

export interface RoomListProps extends AdminView {
  readonly rooms: RoomList
  /** Whether a change of room is on its way, during which no other room can be chosen. */
  readonly isBusy: boolean
}

/** The rooms to choose from once they were read, or the reason why there are none. */
export function RoomListScreen({ rooms, isBusy, ...view }: RoomListProps) {
  const words = view.language.words.admin.rooms
  if (rooms.kind === 'read' && rooms.rooms.length > 0) {
    const Found = view.model.finder.keys.areShown.value ? RoomSearch : RoomShelf
    return <Found {...view} current={rooms.current} isBusy={isBusy} />
  }
  return (
    <section class="admin-list" aria-busy={rooms.kind === 'reading'}>
      <h1 class="admin-title">{words.action}</h1>
      <p role="status" data-testid="admin-rooms-told">
        {rooms.kind === 'failed' ? <NotRead {...rooms} words={view.language.words} /> : wordOf(rooms, words)}
      </p>
    </section>
  )
}

const wordOf = ({ kind }: RoomList, words: Words['admin']['rooms']): string =>
  kind === 'read' ? words.none : words.reading

/** Why the list could not be read. If its scope is missing, the sentence names that scope. */
function NotRead({ reason, scopes = [], words }: RoomsNotRead & { readonly words: Words }) {
  const { notRead, needsScope, notSetUp, hubDecides } = words.admin.rooms
  const scopeMissing = needsScope(scopes.join(' / ') || listScope)
  const why = { ...words.problem, scopeMissing, notSetUp, hubDecides }
  return (
    <>
      <strong>{notRead}</strong> {why[reason]} <CodeLine code={reason} />
    </>
  )
}

/** The scope that the list needs, if the calendar does not name it. */
const listScope = 'vc:room:readonly'
