/** The longest part of an error's text that is worth a log line, in characters. */
const longest = 2000

/**
 * Calls `onFailure` with the text of the first uncaught error. The page's state is unknown from then on, so
 * later errors are not reported: the main process treats the page as lost.
 */
export function listenForFailures(page: Window, onFailure: (told: string) => void): () => void {
  const stopping = new AbortController()
  const fail = (cause: unknown): void => {
    stopping.abort()
    onFailure(toldOf(cause).slice(0, longest))
  }
  const { signal } = stopping
  // The browser hides the errors of scripts that are not the page's own, and the page still works.
  const own = ({ error }: ErrorEvent): void => (error instanceof Object ? fail(error) : undefined)
  page.addEventListener('error', own, { signal })
  page.addEventListener('unhandledrejection', ({ reason }) => fail(reason), { signal })
  return () => stopping.abort()
}

const toldOf = (cause: unknown): string =>
  cause instanceof Error ? (cause.stack ?? `${cause.name}: ${cause.message}`) : String(cause)
