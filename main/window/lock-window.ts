import { app, type BrowserWindow, type Rectangle, screen } from 'electron'
import type { Cancel, Clock, Log } from '../../engine/ports.ts'
import { seconds } from '../../shared/time/time.ts'
import { covering } from './covering.ts'

export interface LockWindowParts {
  readonly log: Log
  readonly clock: Pick<Clock, 'after'>
}

/** Keeps the kiosk's window open until the program ends, over the whole display, and without a pointer on it. */
export function lockWindow(window: BrowserWindow, { log, clock }: LockWindowParts): void {
  keepOpen(window, log)
  keepCovering(window, clock)
  const page = window.webContents
  // Prevents the page from resizing its window. Corrected afterwards, the window may be a pixel too small.
  page.on('content-bounds-updated', (event) => event.preventDefault())
  page.on('dom-ready', () => {
    // Rejects only if the page is gone again. It is then loaded again, and this runs again.
    page.insertCSS(noPointer).catch((cause: unknown) => log.warn('page.pointer-shown', { cause }))
  })
}

/** A tablet has no mouse, and a finger needs no arrow. */
const noPointer = '* { cursor: none !important }'

/** The program ends by `app.quit()` or a signal. Any other attempt to close its window is refused. */
function keepOpen(window: BrowserWindow, log: Log): void {
  let isEnding = false
  app.on('before-quit', () => (isEnding = true))
  window.on('close', (event) => {
    if (isEnding) return
    log.warn('window.close-denied')
    event.preventDefault()
  })
}

/**
 * The least time between two corrections, ms, so that the panel does not fight a disagreeing window manager
 * without a pause.
 */
const betweenMoves = seconds(0.1)

/**
 * Keeps the window over the whole primary display, through changes of the display and moves of the window.
 */
function keepCovering(window: BrowserWindow, clock: Pick<Clock, 'after'>): void {
  const cover = (): void => {
    if (!window.isDestroyed()) window.setBounds(covering(screen.getPrimaryDisplay().bounds))
  }
  let waiting: Cancel | undefined
  const coverSoon = (): void => {
    waiting ??= clock.after(betweenMoves, () => {
      waiting = undefined
      cover()
    })
  }
  const coverIfMoved = (): void => {
    const display = screen.getPrimaryDisplay().bounds
    const isCovering = [display, covering(display)].some((bounds) => isSame(bounds, window.getBounds()))
    if (!isCovering) coverSoon()
  }
  // Before `show`, and without a window manager, a window's real size differs from its reported one.
  window.on('show', cover)
  window.on('move', coverIfMoved)
  window.on('resize', coverIfMoved)
  screen.on('display-added', coverSoon)
  screen.on('display-removed', coverSoon)
  screen.on('display-metrics-changed', coverSoon)
}

const isSame = (one: Rectangle, other: Rectangle): boolean =>
  one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height
