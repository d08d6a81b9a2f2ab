import type { FoundRooms } from '../../shared/reserving/found-rooms.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { Clock, Log } from '../ports.ts'
import type { SharedReservations } from '../shared-reservations.ts'

interface FindByHubParts {
  readonly shared: Pick<SharedReservations, 'find'>
  readonly clock: Pick<Clock, 'now'>
  readonly panel: PanelStore
  readonly log: Log
}

/** Has the hub look for other rooms. Resolves when they, or the reason for their absence, are on the screen. */
export async function findByHub({ shared, clock, panel, log }: FindByHubParts): Promise<void> {
  const show = (found: FoundRooms): void =>
    panel.apply({ kind: 'reserving', event: { kind: 'lookedAround', found } })
  if (panel.current().reserving.found?.kind === 'looking') return
  show({ kind: 'looking' })
  const found = await shared.find()
  const at = clock.now()
  if (found.ok) return show({ kind: 'found', rooms: found.value, at })
  log.warn('rooms.find-failed', { ...found.error })
  show({ kind: 'failed', because: found.error.code, at })
}
