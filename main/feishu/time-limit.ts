import type { Clock } from '../ports.ts'

/**
 * Settles as `work` does, or rejects after `limit` ms. The signal tells `work` to give up; one that doesn't listen is
 * left to itself.
 */
export function withTimeLimit<T>(
  clock: Clock,
  limit: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = new AbortController()
    const cancel = clock.after(limit, () => {
      const timeOut = new DOMException(`No answer within ${limit} ms`, 'TimeoutError')
      abort.abort(timeOut)
      reject(timeOut)
    })
    work(abort.signal).then(resolve, reject).finally(cancel)
  })
}
