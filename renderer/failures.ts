/** As much of what an error says as is worth a line in a log, in letters. */
const longest = 2000

/**
 * Calls `onFailure` with what the first error says that nobody caught. The page is in no known state from then on, and says no
 * more: who shows it takes it for lost.
 */
export function listenForFailures(page: Window, onFailure: (told: string) => void): () => void {
  const stopping = new AbortController()
  const fail = (cause: unknown): void => {
    stopping.abort()
    onFailure(toldOf(cause).slice(0, longest))
  }
  const { signal } = stopping
  // Of a script that is not the page's own the browser tells no error, and the page is as well as before.
  const own = ({ error }: ErrorEvent): void => (error instanceof Object ? fail(error) : undefined)
  page.addEventListener('error', own, { signal })
  page.addEventListener('unhandledrejection', ({ reason }) => fail(reason), { signal })
  return () => stopping.abort()
}

const toldOf = (cause: unknown): string =>
  cause instanceof Error ? (cause.stack ?? `${cause.name}: ${cause.message}`) : String(cause)
