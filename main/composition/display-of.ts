import { app, type BrowserWindow } from 'electron'
import type { Clock, Display, Log } from '../../engine/ports.ts'
import { isBacklightOff } from '../adapters/display/backlight.ts'

export interface DisplayParts {
  readonly window: BrowserWindow
  /** A clock of real time. */
  readonly clock: Pick<Clock, 'after'>
  readonly log: Log
}

/**
 * The display that the window is on. An X server can be asked; for other displays Electron's few facts must
 * suffice.
 */
export function displayOf(parts: DisplayParts): Display {
  const name = xServer()
  if (name === undefined) return displayByElectron(parts.window)
  const handle = parts.window.getNativeWindowHandle()
  // Loaded here, so that the first picture need not wait for it.
  const asked = import('../adapters/display/x11/x-display.ts').then(({ createXDisplay }) =>
    createXDisplay({
      ...parts,
      name,
      window: handle.readUInt32LE(0),
      isBacklightOff: () => isBacklightOff(),
    }),
  )
  return { obstacle: async () => (await asked).obstacle() }
}

/**
 * The X server that Chromium uses. If Chromium had a choice, Electron has recorded its decision as a switch.
 */
function xServer(): string | undefined {
  if (process.platform !== 'linux' || app.commandLine.getSwitchValue('ozone-platform') === 'wayland')
    return undefined
  return app.commandLine.getSwitchValue('display') || process.env['DISPLAY'] || undefined
}

/**
 * Detects a missing or hidden window, and on Windows one without the keyboard focus, which a kiosk's window
 * always has. Electron does not tell whether another window covers it, or whether the display shines.
 */
const displayByElectron = (window: BrowserWindow): Display => ({
  obstacle: async () => {
    if (window.isDestroyed() || !window.isVisible() || window.isMinimized()) return 'unmapped'
    return process.platform === 'win32' && !window.isFocused() ? 'covered' : undefined
  },
})
