import { Delete } from 'lucide'
import { keyLetters } from '../../model/rooms-by-keys.ts'
import { Control } from '../../parts/control.tsx'
import { Icon } from '../../parts/icon.tsx'
import type { AdminView } from './admin-view.ts'
import { RoomEntries } from './room-entries.tsx'

export interface RoomSearchProps extends AdminView {
  readonly current: string
  readonly isBusy: boolean
}

/** As many as there is place for beside or above the keys. */
const mostFound = 4

/** The rooms that the pressed keys name, beside keys as on a telephone: a tablet at a door has no keyboard. */
export function RoomSearch({ current, isBusy, ...view }: RoomSearchProps) {
  const { finder, question } = view.model
  const { rooms } = view.language.words.admin
  const [typed, matches] = [finder.keys.typed.value, finder.keys.matches.value]
  const entries = matches.slice(0, mostFound).map((room) => ({ kind: 'room', room }) as const)
  return (
    <section class="room-search" data-testid="admin-rooms-list">
      <div class="room-found">
        <h1>{rooms.search}</h1>
        <p class="room-typed" data-testid="room-typed" role="status">
          {typed === '' ? <small>{rooms.searchHint}</small> : typed}{' '}
          {typed !== '' && (
            <small>{matches.length === 0 ? rooms.noMatch : rooms.count(matches.length)}</small>
          )}
        </p>
        <RoomEntries {...view} current={current} isBusy={isBusy} entries={entries} showsPlace />
      </div>
      {question.value === undefined && <Keys {...view} />}
    </section>
  )
}

function Keys({ model, language }: AdminView) {
  const { keys } = model.finder
  const words = language.words.admin
  const digit = (value: number) => (
    <Control key={value} mark={`room-key-${value}`} look="pin-key" onPress={() => keys.press(String(value))}>
      {value}
      <small aria-hidden="true">{keyLetters[value - 2]?.toUpperCase()}</small>
    </Control>
  )
  return (
    <div class="pin-keys room-keys" role="group">
      {[1, 2, 3, 4, 5, 6, 7, 8, 9].map(digit)}
      <Control
        mark="room-key-delete"
        look="pin-key pin-word-key"
        label={words.deleteDigit}
        onPress={keys.erase}
      >
        <Icon node={Delete} />
      </Control>
      {digit(0)}
      <Control mark="room-search-close" look="pin-key pin-word-key pin-key-main" onPress={keys.hide}>
        {words.rooms.up}
      </Control>
    </div>
  )
}
