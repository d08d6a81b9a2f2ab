import type { RoomList, RoomsNotRead } from '../../../shared/admin/room-setting.ts'
import { CodeLine } from '../../parts/lines/code-line.tsx'
import type { Words } from '../../../shared/languages/words.ts'
import type { AdminView } from './admin-view.ts'
import { RoomShelf } from './room-shelf.tsx'

export interface RoomListProps extends AdminView {
  readonly rooms: RoomList
  /** A room is being set: nothing else can be chosen meanwhile. */
  readonly isBusy: boolean
}

/** The rooms to choose from, as soon as they were read, or why there are none. */
export function RoomListScreen({ rooms, isBusy, ...view }: RoomListProps) {
  const words = view.language.words.admin.rooms
  if (rooms.kind === 'read' && rooms.rooms.length > 0)
    return <RoomShelf {...view} current={rooms.current} isBusy={isBusy} />
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

/** Where the list's own scope is missing, the one sentence that helps is which. */
function NotRead({ reason, scopes = [], words }: RoomsNotRead & { readonly words: Words }) {
  const { notRead, needsScope, notSetUp } = words.admin.rooms
  const why = { ...words.problem, scopeMissing: needsScope(scopes.join(' / ') || listScope), notSetUp }
  return (
    <>
      <strong>{notRead}</strong> {why[reason]} <CodeLine code={reason} />
    </>
  )
}

/** What the list needs, where the calendar does not say so itself. */
const listScope = 'vc:room:readonly'
