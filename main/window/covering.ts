import type { Rectangle } from 'electron'

/**
 * The bounds of a window that covers a display, even where no window manager makes it a kiosk. On X it is one
 * row higher than the display: if a window is exactly as large as a display, Chromium makes it a pixel
 * smaller each way for the sake of window managers (`AdjustSizeForDisplay` in ui/ozone/platform/x11), and the
 * desktop would show at the edge.
 */
export const covering = (display: Rectangle): Rectangle =>
  process.platform === 'linux' ? { ...display, height: display.height + 1 } : display
