/** Disables, before any other script runs, the page's abilities that the main process can't intercept. */
export function disableLeaving(page: Window): void {
  // Closing its window.
  Object.defineProperty(page, 'close', { value: () => undefined })
  // Navigating to an empty page. The main process refuses all other pages:
  // https://www.electronjs.org/docs/latest/api/web-contents#event-will-navigate
  page.navigation.addEventListener('navigate', (event) => {
    if (event.destination.url.startsWith('about:')) event.preventDefault()
  })
}
