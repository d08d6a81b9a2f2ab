import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { inProject, root } from '../project.mjs'
import { run } from '../run.mjs'
import { endProcess } from '../session/end-process.mjs'
import { patiently } from './container.mjs'
import { colorOf, pixelsOf } from './glass.mjs'

/** @typedef {import('./container.mjs').Container} Container */

/** Of a screen of 1280 × 800: most of the state, and its headline without what counts the minutes. */
const slab = { x: 60, y: 180, width: 700, height: 560 }
const headline = { x: 200, y: 200, width: 600, height: 130 }
const checkInButton = { x: 635, y: 704 }
const languageButton = { x: 722, y: 70 }

const panelFolder = '/var/lib/room-panel/.config/room-panel'
const interval = 10
const betweenTouches = 300

/**
 * A small Feishu beside the container, with a meeting in its room.
 *
 * @param {Container} container
 */
export const startMeeting = async (container) => {
  const [command = '', ...args] = container.onItsNetwork(
    process.execPath,
    '--import',
    'tsx',
    inProject('test', 'kills', 'a-long-meeting.ts'),
  )
  const feishu = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = createInterface({ input: feishu.stdout })[Symbol.asyncIterator]()
  const next = async () => {
    const line = await lines.next()
    /** @type {Record<string, string | number>} */
    // oxlint-disable-next-line typescript/no-unsafe-assignment -- our own program's word
    const facts = JSON.parse(String(line.value))
    return facts
  }
  const { origin, appId, appSecret, roomId, booking } = await next()
  const config = {
    feishu: { origin, appId },
    room: { id: roomId },
    checkIn: { mode: 'auto' },
    budget: { callsPerMonth: 1_000_000 },
    officeHours: { from: '00:00', to: '24:00', days: [1, 2, 3, 4, 5, 6, 7] },
    locale: 'en-US',
    timeZone: 'Asia/Shanghai',
  }
  return {
    booking: String(booking),
    order: JSON.stringify({ config, appSecret, adminPin: '294817' }),
    repliesSent: async () => {
      feishu.kill('SIGUSR2')
      return Number((await next())['replies'])
    },
    stop: () => endProcess(feishu),
  }
}

/**
 * The panel in the container, seen from outside: at its glass, in its files and in its log.
 *
 * @param {Container} container
 * @param {string} booking that has the room
 */
export const doorInUse = (container, booking) => {
  const glass = container.fileIn('/run/room-panel/Xvfb_screen0')
  const told = (/** @type {string} */ file) => readOrNothing(container.fileIn(`${panelFolder}/${file}`))
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
    /"occupancy":"inUse"/.test(told('status.json')) &&
    /"connection":"live"/.test(told('status.json')) &&
    told('status.json').includes(booking) &&
    told('journal/journal.json').includes(booking)

  const untilAwaited = async () => {
    await patiently('the meeting', async () =>
      told('status.json').includes('"awaitingCheckIn"') && told('status.json').includes('"live"')
        ? true
        : undefined,
    )
    await delay(1000)
  }

  return {
    count,
    log: () => told('logs/room-panel.log'),
    isRight,
    color: () => colorOf(glass, slab),
    /** Somebody could check in to the meeting. */
    untilAwaited,
    tapCheckIn: () => tap(checkInButton),
    /** Somebody comes in and says so. */
    checkIn: async () => {
      await untilAwaited()
      await tap(checkInButton)
      await patiently('the tick', async () => (isRight() ? true : undefined))
      // The sentence that thanks for it goes after some seconds.
      await delay(12_000)
      return colorOf(glass, slab)
    },
    /**
     * Touches what changes the language until the screen answers: a touch is lost while nothing draws.
     *
     * @param {() => boolean} isVain
     */
    touchUntilAnswered: async (isVain) => {
      const [before, color] = [pixelsOf(glass, headline), colorOf(glass, slab)]
      // Other words on the same ground: a screen that went black is no answer.
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
 * Asks again and again, every few milliseconds.
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
    // Not written yet, or just being replaced.
    return ''
  }
}
