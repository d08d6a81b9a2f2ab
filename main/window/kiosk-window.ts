import { join } from 'node:path'
import { BrowserWindow, Menu, type Rectangle, screen, session, type Session, type Size } from 'electron'
import { pageOrigin } from './app-page.ts'
import { covering } from './covering.ts'
import type { KeptPage, ShownPage } from './page-life.ts'
import { supportPath } from './support-page.ts'

/**
 * The page's session is kept in memory, so that a profile damaged by a crash or a bad disk can't reach the
 * door, and no profile grows.
 */
const inMemory = 'panel'

/** The page's session. Call when Electron is ready. */
export const pageSession = (): Session => session.fromPartition(inMemory)

export interface KioskWindow {
  readonly window: BrowserWindow
  /** The page in the window, not loaded yet. */
  readonly page: KeptPage
}

/** The page's background before its first picture, so that the first picture doesn't flash. */
const ground = '#12151b'

/** The size of the demo's window, px. */
const tabletSize = { width: 1280, height: 800 }

/** Opens the panel's only window, hidden until `reveal`: as a kiosk, or as the demo's window. */
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
      // A page that another window covers must still keep its clock.
      backgroundThrottling: false,
    },
  })
  window.on('page-title-updated', (event) => event.preventDefault())
  return { window, page: keptPage(window, isKiosk) }
}

/** The demo covers a display of exactly its size, too. */
function boundsOn(display: Rectangle, isKiosk: boolean): Size | Rectangle {
  const { width, height } = tabletSize
  return isKiosk || (display.width === width && display.height === height) ? covering(display) : tabletSize
}

/**
 * Shows the window; calling it again is harmless. A window that is created as full screen appears at once, in
 * the desktop's colour and without a page. Therefore the window has the screen's size from the start, and
 * becomes full screen only here.
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
    // Electron's own way asks the process to crash, but a process that hangs does not hear it.
    const pid = page.getOSProcessId()
    try {
      if (pid > 0) process.kill(pid, 'SIGKILL')
    } catch (error) {
      // The process has just ended by itself, and Electron is about to report that.
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
    }
  },
  onGone: (run) =>
    void page.on('render-process-gone', (_event, { reason, exitCode }) => run({ reason, exitCode })),
})

const pathOf = (shown: ShownPage): string => (shown === 'door' ? '/' : supportPath(shown))
