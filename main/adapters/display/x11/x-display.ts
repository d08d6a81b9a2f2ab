import type { Clock, Display, Log } from '../../../../engine/ports.ts'
import {
  type Area,
  type DisplayState,
  type Obstacle,
  obstacleIn,
  screenUnder,
} from '../../../../shared/check-in/obstacle.ts'
import { seconds } from '../../../../shared/time/time.ts'
import { createTouchMapping } from './touch-mapping.ts'
import { litAreas, wholeScreen } from './x-light.ts'
import { type Pointers, pointersOn } from './x-pointers.ts'
import { connectToX, type XServer } from './x-server.ts'
import { areaOf, areasAbove, isBadWindow } from './x-windows.ts'

export interface XDisplayParts {
  /** The display's name, as in `DISPLAY`. */
  readonly name: string
  /** The page's window. */
  readonly window: number
  /** Whether the screen's backlight is off. */
  readonly isBacklightOff: () => Promise<boolean>
  /** A clock of real time. */
  readonly clock: Pick<Clock, 'after'>
  readonly log: Log
}

/** A server that another program has grabbed does not answer, and shows no new picture either; ms. */
const patience = seconds(2)

/**
 * Asks the X server at each look, over one connection, in three round trips. It sends no requests between
 * looks.
 */
export function createXDisplay(parts: XDisplayParts): Display {
  const { name, window, log } = parts
  let connection: Promise<XServer> | undefined
  let touchScreensSeen = 0
  let isSilent = false
  const mapTouch = createTouchMapping(parts)

  const connected = async (): Promise<XServer> => {
    const server = await (connection ??= connectToX(name))
    if (!server.isLost()) return server
    connection = connectToX(name)
    return connection
  }
  const look = async (): Promise<Obstacle | undefined> => {
    const server = await connected()
    const state = await stateOf(server, window, await parts.isBacklightOff())
    const screen = screenUnder(state)
    if (screen !== undefined) await mapTouch({ touchDevices: state.touchDevices, whole: state.whole, screen })
    touchScreensSeen = Math.max(touchScreensSeen, state.touchScreens)
    return obstacleIn(state, touchScreensSeen)
  }
  const giveUp = (cause: unknown): Obstacle => {
    if (!isSilent) log.warn('display.silent', { name, cause })
    isSilent = true
    // A connection that hangs is closed and not used again.
    connection?.then(
      ({ close }) => close(),
      () => undefined,
    )
    connection = undefined
    return 'unasked'
  }
  return {
    async obstacle() {
      try {
        const obstacle = await within(parts.clock, look())
        isSilent = false
        return obstacle
      } catch (cause) {
        return giveUp(cause)
      }
    },
  }
}

const within = <T>(clock: Pick<Clock, 'after'>, answer: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const cancel = clock.after(patience, () => reject(new Error('The X server does not answer')))
    void answer.then(resolve, reject).finally(cancel)
  })

interface TouchedState extends DisplayState, Pointers {
  readonly whole: Area
}

async function stateOf(server: XServer, window: number, isBacklightOff: boolean): Promise<TouchedState> {
  const [area, above, lit, pointers, whole] = await Promise.all([
    areaOf(server, window).catch(unlessGone),
    areasAbove(server, window).catch(unlessGone),
    isBacklightOff ? [] : litAreas(server),
    pointersOn(server),
    wholeScreen(server),
  ])
  return { ...(area && { window: area }), above: above ?? [], lit, ...pointers, whole }
}

function unlessGone(cause: unknown): undefined {
  if (!isBadWindow(cause)) throw cause
}
