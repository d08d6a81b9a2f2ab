import type { Rectangle } from 'electron'

/**
 * The bounds of a window that covers a display, also where no window manager makes a kiosk of it. On X that is a row more
 * than is seen: what is just as large as a display, Chromium makes a pixel smaller each way, for the sake of window managers
 * (`AdjustSizeForDisplay` in ui/ozone/platform/x11), and the display would show through.
 */
export const covering = (display: Rectangle): Rectangle =>
  process.platform === 'linux' ? { ...display, height: display.height + 1 } : display
