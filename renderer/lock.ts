/** What a page can do in Electron without the main process being asked, this page gives up before anything else runs on it. */
export function lockPage(page: Window): void {
  // Closing its window.
  Object.defineProperty(page, 'close', { value: () => undefined })
  // Going to an empty page. The main process refuses all others: https://www.electronjs.org/docs/latest/api/web-contents#event-will-navigate
  page.navigation.addEventListener('navigate', (event) => {
    if (event.destination.url.startsWith('about:')) event.preventDefault()
  })
}
