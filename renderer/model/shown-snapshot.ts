import { batch, type ReadonlySignal, signal } from '@preact/signals'
import type { Snapshot } from '../../shared/snapshot/snapshot.ts'
import type { Now } from '../now.ts'
import type { Catalogues } from '../words/catalogues.ts'
import { offeredBy } from './spoken-language.ts'

export interface ShownSnapshot {
  readonly snapshot: ReadonlySignal<Snapshot | undefined>
  /** Shows this snapshot once its words are loaded, unless a newer one is shown. */
  readonly show: (next: Snapshot) => void
}

export function createShownSnapshot(now: Now, catalogues: Catalogues): ShownSnapshot {
  const snapshot = signal<Snapshot | undefined>(undefined)
  const show = (next: Snapshot): void => {
    if (next.revision < (snapshot.value?.revision ?? 0)) return
    if (!catalogues.loaded.value.has(next.locale)) return void learn(next)
    batch(() => {
      snapshot.value = next
      now.setTo(next.now, next.rate)
    })
    for (const locale of offeredBy(next)) void catalogues.load(locale)
  }
  /** If the words can't be loaded, the page has failed, and is loaded again. */
  const learn = async (next: Snapshot): Promise<void> => {
    await catalogues.load(next.locale)
    show(next)
  }
  return { snapshot, show }
}
