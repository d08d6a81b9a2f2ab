import { app, type BrowserWindow } from 'electron'
import type { Clock, Display, Log } from '../../engine/ports.ts'
import { isBacklightOff } from '../adapters/display/backlight.ts'

export interface DisplayParts {
  readonly window: BrowserWindow
  /** Of real time. */
  readonly clock: Pick<Clock, 'after'>
  readonly log: Log
}

/** The display that the window is on: an X server can be asked, and of others Electron knows the little that it knows. */
export function displayOf(parts: DisplayParts): Display {
  const name = xServer()
  if (name === undefined) return displayByElectron(parts.window)
  const handle = parts.window.getNativeWindowHandle()
  // Loaded only here: the first picture need not wait for it.
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

/** The X server that Chromium talks to; where it could have chosen, Electron has written down what it chose. */
function xServer(): string | undefined {
  if (process.platform !== 'linux' || app.commandLine.getSwitchValue('ozone-platform') === 'wayland')
    return undefined
  return app.commandLine.getSwitchValue('display') || process.env['DISPLAY'] || undefined
}

/**
 * A window that isn't there, and on Windows one that another window took the keys from: a kiosk's has them. What is over it
 * or whether the display shines, nobody tells here.
 */
const displayByElectron = (window: BrowserWindow): Display => ({
  obstacle: async () => {
    if (window.isDestroyed() || !window.isVisible() || window.isMinimized()) return 'unmapped'
    return process.platform === 'win32' && !window.isFocused() ? 'covered' : undefined
  },
})
