import type { WebContents } from 'electron'

/** How fingers, a mouse and a pen begin; what Chromium makes of them afterwards counts no second time. */
const beginnings: readonly string[] = ['touchStart', 'mouseDown', 'pointerDown']

/**
 * Calls `run` whenever somebody touches the page, as Chromium's browser process hands it on: whatever has become of the page,
 * it can't hide that people tap on it.
 */
export function watchTouches(page: WebContents, run: () => void): void {
  page.on('input-event', (_event, { type }) => {
    if (beginnings.includes(type)) run()
  })
}
