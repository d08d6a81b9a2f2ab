import { join } from 'node:path'
import { BrowserWindow, Menu, type Rectangle, screen, session, type Session, type Size } from 'electron'
import { pageOrigin } from './app-page.ts'
import { covering } from './covering.ts'
import type { KeptPage, ShownPage } from './page-life.ts'
import { supportPath } from './support-page.ts'

/**
 * The page's session lies in memory: nothing that a crash or a bad disk leaves in a profile reaches the door, and nothing
 * of it grows.
 */
const inMemory = 'panel'

/** The session of the page. To be called when Electron is ready. */
export const pageSession = (): Session => session.fromPartition(inMemory)

export interface KioskWindow {
  readonly window: BrowserWindow
  /** Not loaded yet. */
  readonly page: KeptPage
}

/** The ground of the page before it paints: the first picture doesn't flash. */
const ground = '#12151b'

/** What the demo shows itself in. */
const tabletSize = { width: 1280, height: 800 }

/** Opens the panel's one window, hidden until it is revealed: as a kiosk with nothing beside it, or the demo's. */
export function openKioskWindow(isKiosk: boolean): KioskWindow {
  Menu.setApplicationMenu(null)
  const window = new BrowserWindow({
    ...boundsOn(screen.getPrimaryDisplay().bounds, isKiosk),
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
      partition: inMemory,
      // A page that is covered by another window still keeps its clock.
      backgroundThrottling: false,
    },
  })
  window.on('page-title-updated', (event) => event.preventDefault())
  return { window, page: keptPage(window, isKiosk) }
}

/** On a display of just its size the demo covers it, too. */
function boundsOn(display: Rectangle, isKiosk: boolean): Size | Rectangle {
  const { width, height } = tabletSize
  return isKiosk || (display.width === width && display.height === height) ? covering(display) : tabletSize
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

const keptPage = (window: BrowserWindow, isKiosk: boolean, page = window.webContents): KeptPage => ({
  load: (shown) => page.loadURL(`${pageOrigin}${pathOf(shown)}`),
  ask: () => page.executeJavaScript('0'),
  show: () => reveal(window, isKiosk),
  kill() {
    // Electron's own way asks the process to crash, which one that stands still doesn't hear.
    const pid = page.getOSProcessId()
    try {
      if (pid > 0) process.kill(pid, 'SIGKILL')
    } catch (error) {
      // It has just ended by itself, and Electron is about to say so.
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
    }
  },
  onGone: (run) =>
    void page.on('render-process-gone', (_event, { reason, exitCode }) => run({ reason, exitCode })),
})

const pathOf = (shown: ShownPage): string => (shown === 'door' ? '/' : supportPath(shown))
