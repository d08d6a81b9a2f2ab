import type { Clock } from '../../engine/ports.ts'
import type { Snapshot } from '../../shared/snapshot/snapshot.ts'
import { statusOf, supportStatus } from '../../shared/snapshot/status.ts'
import type { StatusBeside, WriteStatus } from '../adapters/disk/status-file.ts'
import type { PageKeeper } from '../window/page-keeper.ts'
import type { ShownPage } from '../window/page-life.ts'

/** Writes the status for IT: the panel's state, or the support page's. */
export interface StatusTeller {
  /** To call repeatedly while the support page is shown. */
  readonly support: (shown: ShownPage | undefined) => void
  /**
   * To call when a door is shown, or about to be. Returns the function to call with each of its snapshots.
   */
  readonly door: (door: ToldDoor) => (snapshot: Snapshot) => void
}

export interface ToldDoor {
  readonly keeper: Pick<PageKeeper, 'shown'>
  readonly beside: () => StatusBeside
  /** Called when the status could not be written. */
  readonly doubtDisk: () => void
}

export function createStatusTeller(
  makeWriter: (onRefused: () => void) => WriteStatus,
  clock: Pick<Clock, 'now'>,
): StatusTeller {
  let told: ToldDoor | undefined
  const write = makeWriter(() => told?.doubtDisk())
  return {
    support: (shown) => {
      if (shown !== undefined && shown !== 'door') write(supportStatus(shown, clock.now()), told?.beside())
    },
    door(door) {
      told = door
      return (snapshot) => {
        if (door.keeper.shown() === 'door') write(statusOf(snapshot), door.beside())
      }
    },
  }
}
