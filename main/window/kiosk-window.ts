import { join } from 'node:path'
import { BrowserWindow, Menu } from 'electron'
import type { Log } from '../ports.ts'
import { pageOrigin } from './app-page.ts'

export interface KioskWindowParts {
  readonly log: Log
  /** Full screen with nothing beside it. The demo shows an ordinary window instead. */
  readonly isKiosk: boolean
}

/** The ground of the page before it paints: the first picture doesn't flash. */
const ground = '#12151b'

/** Opens the panel's one window on our page, and brings the page back whenever it is lost. */
export function openKioskWindow({ log, isKiosk }: KioskWindowParts): BrowserWindow {
  Menu.setApplicationMenu(null)
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    title: 'Room Panel',
    kiosk: isKiosk,
    fullscreen: isKiosk,
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
  const load = (): void => {
    window.loadURL(`${pageOrigin}/`).catch((cause: unknown) => log.error('page.not-loaded', { cause }))
  }
  window.once('ready-to-show', () => window.show())
  window.on('page-title-updated', (event) => event.preventDefault())
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.error('page.gone', { reason, exitCode })
    load()
  })
  load()
  return window
}
