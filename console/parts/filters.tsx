import type { DoorRow } from '../../shared/console/door-row.ts'
import { counted, type Filter } from '../model/door-list.ts'
import type { ConsoleView } from '../view.ts'

type State = NonNullable<DoorRow['occupancy']>

/** One for each word that people read at a door: two of the states are both “Booked”. */
const states: readonly State[] = [
  'free',
  'checkInOpen',
  'inUse',
  'reserving',
  'unknown',
  'outOfService',
  'notSetUp',
]

/** The doors in a line, each part of which filters the list; a search; and the states. */
export function Filters({ model, language: { words, doorWords } }: ConsoleView) {
  const { filter, doors } = model
  const change = (over: Partial<Filter>): void => void (filter.value = { ...filter.peek(), ...over })
  const all = doors.value.length
  const parts = counted(doors.value)
  const bad = all - (parts.find(([condition]) => condition === 'well')?.[1] ?? 0)
  return (
    <section class="filters">
      <div class="counts">
        <Count is={undefined} label={words.doors(all)} filter={filter.value} change={change} />
        {bad > 0 && (
          <Count is="problem-any" label={words.problems(bad)} filter={filter.value} change={change} />
        )}
        {parts.map(([condition, count]) => (
          <Count
            key={condition}
            is={condition}
            label={`${words.condition[condition]} ${count}`}
            filter={filter.value}
            change={change}
          />
        ))}
      </div>
      <div class="choices">
        <input
          type="search"
          class="search"
          aria-label={words.search}
          placeholder={words.search}
          value={filter.value.text}
          onInput={({ currentTarget }) => change({ text: currentTarget.value })}
        />
        <select
          aria-label={words.state}
          value={filter.value.occupancy ?? ''}
          onChange={({ currentTarget }) =>
            change({ occupancy: states.find((state) => state === currentTarget.value) })
          }
        >
          <option value="">{words.anyState}</option>
          {states.map((state) => (
            <option key={state} value={state}>
              {doorWords.headline[state]}
            </option>
          ))}
        </select>
      </div>
    </section>
  )
}

interface CountProps {
  readonly is: Filter['condition']
  readonly label: string
  readonly filter: Filter
  readonly change: (over: Partial<Filter>) => void
}

/** A part of the line. A second press shows all again. */
const Count = ({ is, label, filter, change }: CountProps) => (
  <button
    type="button"
    class="count"
    data-condition={is ?? 'all'}
    aria-pressed={filter.condition === is}
    onClick={() => change({ condition: filter.condition === is ? undefined : is })}
  >
    {label}
  </button>
)
