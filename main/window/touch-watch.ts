import type { WebContents } from 'electron'

/**
 * The first events of a touch, a mouse click and a pen. Chromium's later events of the same touch don't count
 * again.
 */
const beginnings: readonly string[] = ['touchStart', 'mouseDown', 'pointerDown']

/**
 * Calls `run` whenever a person touches the page, as Chromium's browser process reports it. A page that fails
 * can't hide such touches.
 */
export function watchTouches(page: WebContents, run: () => void): void {
  page.on('input-event', (_event, { type }) => {
    if (beginnings.includes(type)) run()
  })
}
