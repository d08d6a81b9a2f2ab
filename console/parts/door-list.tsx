import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { ConsoleView } from '../view.ts'
import { DoorLine } from './door-line.tsx'

const columns = ['shows', 'room', 'how', 'read', 'page', 'clock', 'waiting', 'version'] as const

/** How many doors are drawn at once; the next ones when the reader comes near their place. */
const drawnAtOnce = 100

/** All doors that fit the filter, the worst first. */
export function DoorList(view: ConsoleView) {
  const { model, desk, language } = view
  const { words } = language
  const drawn = useSignal(drawnAtOnce)
  const [listed, opened] = [model.listed.value, model.opened.value]
  if (model.news.value === undefined) return null
  if (listed.length === 0)
    return <p class="none">{model.doors.value.length === 0 ? words.noDoors : words.noneFits}</p>
  return (
    <div role="table" aria-label={words.title} class="list">
      <div role="row" class="line heads">
        {columns.map((column) => (
          <span role="columnheader" key={column}>
            {words.column[column]}
          </span>
        ))}
        <span role="columnheader" />
      </div>
      {listed.slice(0, drawn.value).map(({ row, condition }) => (
        <DoorLine
          key={row.door}
          row={row}
          condition={condition}
          isOpen={row.door === opened}
          model={model}
          desk={desk}
          language={language}
        />
      ))}
      {drawn.value < listed.length && (
        <End key={drawn.value} onNear={() => void (drawn.value += drawnAtOnce)} />
      )}
    </div>
  )
}

/** The end of what is drawn of the list. */
function End({ onNear }: { readonly onNear: () => void }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting === true) onNear()
      },
      { rootMargin: '1000px' },
    )
    if (place.current) watch.observe(place.current)
    return () => watch.disconnect()
  }, [])
  return <div ref={place} />
}
