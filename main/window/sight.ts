import type { PaintedPicture } from '../../engine/panel/door-panel.ts'
import type { Display, Log } from '../../engine/ports.ts'
import type { Obstacle } from '../../shared/check-in/obstacle.ts'

/** Tells what people can see of what the page paints, and touch. */
export interface Sight {
  /** To be called with each picture that the page says it has painted. */
  readonly painted: (picture: PaintedPicture) => Promise<void>
  /** What is in the way, as far as was seen at the last picture. */
  readonly obstacle: () => Obstacle | undefined
}

export interface SightParts {
  readonly display: Display
  readonly log: Log
  /** Called with the pictures that people can see and touch, and no others (law 2b). */
  readonly onSeen: (picture: PaintedPicture) => void
}

/** Looks at the display at each picture, and not in between: while check-in is on offer that is every few seconds. */
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
