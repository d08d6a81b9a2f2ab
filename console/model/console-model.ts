import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Now } from '../../renderer/now.ts'
import type { DoorNews, DoorRow } from '../../shared/console/door-row.ts'
import { type Instant, seconds } from '../../shared/time/time.ts'
import { everything, type Filter, fitting, type JudgedDoor, judged } from './door-list.ts'

/** All that the page shows. */
export interface ConsoleModel {
  readonly now: ReadonlySignal<Instant>
  /** Undefined until the hub has answered. */
  readonly news: ReadonlySignal<Omit<DoorNews, 'rows' | 'gone' | 'isWhole'> | undefined>
  /** Whether the hub is heard. */
  readonly isHeard: ReadonlySignal<boolean>
  readonly doors: ReadonlySignal<readonly JudgedDoor[]>
  readonly listed: ReadonlySignal<readonly JudgedDoor[]>
  readonly filter: Signal<Filter>
  /** The door about which more is shown. */
  readonly opened: Signal<string | undefined>
  readonly take: (news: DoorNews) => void
  readonly lose: () => void
}

/** The hub says something every 15 s. Ms. */
const longestSilence = seconds(40)
/** How often doors are judged anew while nothing is heard of them, ms. */
const judgedEvery = seconds(5)

export function createConsoleModel(now: Now, locale: string): ConsoleModel {
  const rows = signal<ReadonlyMap<string, DoorRow>>(new Map())
  const news = signal<ConsoleModel['news']['value']>(undefined)
  const heardAt = signal(-Infinity)
  const filter = signal(everything)
  const byName = new Intl.Collator(locale, { numeric: true })
  const beat = computed(() => Math.floor(now.time.value / judgedEvery))
  const doors = computed(() => {
    void beat.value
    return judged(rows.value.values(), now.time.peek(), byName)
  })
  return {
    now: now.time,
    news,
    isHeard: computed(() => now.uptime.value - heardAt.value < longestSilence),
    doors,
    listed: computed(() => fitting(doors.value, filter.value)),
    filter,
    opened: signal(undefined),
    take: ({ rows: changed, gone, isWhole, ...rest }) =>
      batch(() => {
        now.setTo(rest.now, 1)
        heardAt.value = now.uptime.peek()
        news.value = rest
        if (!isWhole && changed.length + gone.length === 0) return
        const next = new Map(isWhole ? [] : rows.peek())
        for (const row of changed) next.set(row.door, row)
        for (const door of gone) next.delete(door)
        rows.value = next
      }),
    lose: () => void (heardAt.value = -Infinity),
  }
}
