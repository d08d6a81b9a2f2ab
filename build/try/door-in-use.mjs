import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { run } from '../run.mjs'
import { patiently } from './container.mjs'
import { colorOf, pixelsOf } from './glass.mjs'

/** @typedef {import('./container.mjs').Container} Container */

/** On a screen of 1280 × 800: most of the state with its headline, without the countdown. */
const slab = { x: 60, y: 180, width: 700, height: 560 }
const headline = { x: 200, y: 200, width: 600, height: 130 }
const checkInButton = { x: 635, y: 704 }
const languageButton = { x: 722, y: 70 }

const panelFolder = '/var/lib/room-panel/.config/room-panel'
const statusFile = '/run/room-panel/status.json'
const interval = 10
const betweenTouches = 300

/**
 * The panel in the container, observed from outside: its screen, its files and its log.
 *
 * @param {Container} container
 * @param {string} booking that has the room
 */
export const doorInUse = (container, booking) => {
  const glass = container.fileIn('/run/room-panel/Xvfb_screen0')
  const told = (/** @type {string} */ file) => readOrNothing(container.fileIn(`${panelFolder}/${file}`))
  const shown = () => readOrNothing(container.fileIn(statusFile))
  const tap = async (/** @type {{ x: number, y: number }} */ { x, y }) => {
    const [command = '', ...args] = container.atItsScreen(
      'xdotool',
      'mousemove',
      `${x}`,
      `${y}`,
      'click',
      '1',
    )
    await run(command, args)
  }
  const count = (/** @type {string} */ event) =>
    told('logs/room-panel.log').split(`"event":"${event}"`).length - 1
  const isRight = () =>
    /"occupancy":"inUse"/.test(shown()) &&
    /"connection":"live"/.test(shown()) &&
    shown().includes(booking) &&
    told('journal/journal.json').includes(booking)

  const untilAwaited = async () => {
    await patiently('the meeting', async () =>
      shown().includes('"awaitingCheckIn"') && shown().includes('"live"') ? true : undefined,
    )
    await delay(1000)
  }

  return {
    count,
    log: () => told('logs/room-panel.log'),
    isRight,
    /** When the door began to show its state, epoch ms; 0 before the first status. */
    since: () => Number(/"since":(\d+)/.exec(shown())?.[1] ?? 0),
    /** When the calendar was last read with success, epoch ms; 0 before the first status. */
    readAt: () => Number(/"readAt":(\d+)/.exec(shown())?.[1] ?? 0),
    color: () => colorOf(glass, slab),
    /** Touches the screen, so that data older than a second is read again. */
    touch: () => tap(languageButton),
    /** Waits until the door asks for a check-in to the meeting. */
    untilAwaited,
    tapCheckIn: () => tap(checkInButton),
    /** Checks in at the door. */
    checkIn: async () => {
      await untilAwaited()
      await tap(checkInButton)
      await patiently('the tick', async () => (isRight() ? true : undefined))
      // The confirmation disappears after some seconds.
      await delay(12_000)
      return colorOf(glass, slab)
    },
    /**
     * Touches the language button until the screen answers: a touch is lost while the screen is not drawn.
     *
     * @param {() => boolean} isVain
     */
    touchUntilAnswered: async (isVain) => {
      const [before, color] = [pixelsOf(glass, headline), colorOf(glass, slab)]
      // The answer is other text on the same background; a screen that went black is no answer.
      const isAnswered = () => {
        const now = pixelsOf(glass, headline)
        return before !== undefined && now?.equals(before) === false && colorOf(glass, slab) === color
      }
      while (!isAnswered() && !isVain()) {
        // oxlint-disable no-await-in-loop -- this waits
        await tap(languageButton)
        await isSoon(isAnswered, betweenTouches)
        // oxlint-enable no-await-in-loop
      }
    },
  }
}

/**
 * Repeats a question every few milliseconds.
 *
 * @param {() => boolean} isSo
 * @param {number} patience ms
 */
const isSoon = async (isSo, patience) => {
  const deadline = performance.now() + patience
  // oxlint-disable-next-line no-await-in-loop -- this waits
  while (!isSo() && performance.now() < deadline) await delay(interval)
  return isSo()
}

/**
 * @param {string} what is waited for
 * @param {() => boolean} isSo
 * @param {number} [patience] ms
 */
export const soon = async (what, isSo, patience = 90_000) => {
  assert.ok(await isSoon(isSo, patience), `Waited for ${what} for ${patience / 1000} s`)
}

/** @param {string} file */
const readOrNothing = (file) => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // The file is not written yet, or is just being replaced.
    return ''
  }
}
