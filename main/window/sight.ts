import type { PaintedPicture } from '../../engine/door-panel/paint-ledger.ts'
import type { Display, Log } from '../../engine/ports.ts'
import type { Obstacle } from '../../shared/check-in/obstacle.ts'

/** Finds out whether people can see and touch the page's pictures. */
export interface Sight {
  /** To call with each picture that the page reports as painted. */
  readonly painted: (picture: PaintedPicture) => Promise<void>
  /** The obstacle at the last picture; undefined if there was none. */
  readonly obstacle: () => Obstacle | undefined
}

export interface SightParts {
  readonly display: Display
  readonly log: Log
  /** Called only with the pictures that people can see and touch (law 2b). */
  readonly onSeen: (picture: PaintedPicture) => void
}

/**
 * Examines the display at each picture, and not in between. While check-in is on offer that is every few
 * seconds.
 */
export function createSight({ display, log, onSeen }: SightParts): Sight {
  let known: Obstacle | undefined
  return {
    async painted(picture) {
      const obstacle = await display.obstacle()
      if (obstacle !== known) {
        if (obstacle === undefined) log.info('page.reachable')
        else log.warn('page.unreachable', { reason: obstacle })
      }
      known = obstacle
      if (obstacle === undefined) onSeen(picture)
    },
    obstacle: () => known,
  }
}
