import { Shape } from '../../renderer/parts/shape.tsx'
import type { JudgedDoor } from '../model/door-list.ts'
import type { ConsoleView } from '../view.ts'
import { Age } from './age.tsx'

/** What the door shows, as the door shows it: colour, shape and word. What a door showed that is not heard any more is no state. */
export function ShownState({ row, condition, ...view }: ConsoleView & JudgedDoor) {
  const { words, doorWords } = view.language
  const { occupancy = 'notSetUp', since } = row
  const isPast = condition === 'silent'
  const isUnheard = row.occupancy === undefined
  const shown = isPast ? 'unknown' : isUnheard ? 'notSetUp' : occupancy
  return (
    <div class="shown">
      <span class="state" data-occupancy={shown}>
        <Shape kind={shown} />
        {isUnheard || isPast
          ? words.condition[isUnheard ? 'unheard' : 'silent']
          : doorWords.headline[occupancy]}
      </span>
      {!isUnheard && (
        <span class="beside">
          {isPast
            ? words.last(doorWords.headline[occupancy])
            : since !== undefined && <Age {...view} of={since} say={words.since} />}
        </span>
      )}
    </div>
  )
}
