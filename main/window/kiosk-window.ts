import { join } from 'node:path'
import { BrowserWindow, Menu, screen, type WebContents } from 'electron'
import { minutes, seconds } from '../../shared/domain/time.ts'
import type { Clock, Facts, Log } from '../ports.ts'
import { pageOrigin } from './app-page.ts'
import { covering } from './covering.ts'

export interface KioskWindowParts {
  readonly log: Log
  readonly clock: Pick<Clock, 'after'>
  /** Full screen with nothing beside it; the demo shows a window of a tablet's size instead. */
  readonly isKiosk: boolean
  /** Called whenever the page is lost: nobody can touch it until it is there again. */
  readonly onLoss: () => void
}

/** The ground of the page before it paints: the first picture doesn't flash. */
const ground = '#12151b'

/** What the demo shows itself in. */
const tabletSize = { width: 1280, height: 800 }

/** Opens the panel's one window on our page, hidden until `reveal`, and brings the page back whenever it is lost. */
export function openKioskWindow({ log, clock, isKiosk, onLoss }: KioskWindowParts): BrowserWindow {
  Menu.setApplicationMenu(null)
  const window = new BrowserWindow({
    ...(isKiosk ? covering(screen.getPrimaryDisplay().bounds) : tabletSize),
    title: 'Room Panel',
    frame: false,
    show: false,
    backgroundColor: ground,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      devTools: false,
      spellcheck: false,
      // A page that is covered by another window still keeps its clock.
      backgroundThrottling: false,
    },
  })
  keepPage(window.webContents, { log, clock, onLoss })
  window.on('page-title-updated', (event) => event.preventDefault())
  return window
}

/**
 * Shows the window; more than once does no harm. A window that is born for the whole screen is on it at once, in the
 * desktop's colour, and without a page; so it is as large as the screen and goes over everything only here.
 */
export function reveal(window: BrowserWindow, isKiosk: boolean): void {
  if (window.isDestroyed() || window.isVisible()) return
  window.show()
  if (!isKiosk) return
  window.setKiosk(true)
  window.setFullScreen(true)
}

/** Loads the page, and loads it again whenever it is lost: at once the first time, then with growing pauses. */
function keepPage(page: WebContents, { log, clock, onLoss }: Omit<KioskWindowParts, 'isKiosk'>): void {
  let losses = 0
  const load = (): void => {
    page.loadURL(`${pageOrigin}/`).catch((cause: unknown) => lost('page.not-loaded', { cause }))
  }
  const lost = (event: string, facts: Facts): void => {
    log.error(event, facts)
    onLoss()
    clock.after(losses === 0 ? 0 : Math.min(seconds(1) * 2 ** losses, minutes(1)), load)
    losses += 1
    clock.after(minutes(5), () => (losses -= 1))
  }
  page.on('render-process-gone', (_event, { reason, exitCode }) => lost('page.gone', { reason, exitCode }))
  // A page that hangs would show its last picture for ever.
  page.on('unresponsive', () => page.forcefullyCrashRenderer())
  load()
}
