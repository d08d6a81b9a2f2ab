import type { Clock } from '../../engine/ports.ts'
import type { Snapshot } from '../../shared/snapshot/snapshot.ts'
import { statusOf, supportStatus } from '../../shared/snapshot/status.ts'
import type { StatusBeside, WriteStatus } from '../adapters/disk/status-file.ts'
import type { PageKeeper } from '../window/page-keeper.ts'
import type { ShownPage } from '../window/page-life.ts'

/** Says for IT what is on the screen: what the panel shows, or the support page in its place. */
export interface StatusTeller {
  /** To be called again and again while the support page is there. */
  readonly support: (shown: ShownPage | undefined) => void
  /** A door is on the screen, or about to be; gives what is to be called with each of its snapshots. */
  readonly door: (door: ToldDoor) => (snapshot: Snapshot) => void
}

export interface ToldDoor {
  readonly keeper: Pick<PageKeeper, 'shown'>
  readonly beside: () => StatusBeside
  /** Called when the disk did not take the status. */
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
