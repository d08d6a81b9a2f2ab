import type { Clock, HttpRequest } from '../../../ports.ts'

/**
 * Settles as `work` does, or rejects after `limit` ms. `onGivenUp` tells `work` to stop, too; work that
 * doesn't listen continues unobserved.
 */
export function withTimeLimit<T>(
  clock: Clock,
  limit: number,
  work: (onGivenUp: HttpRequest['onGivenUp']) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let timeOut: Error | undefined
    const listeners: ((cause: Error) => void)[] = []
    const cancel = clock.after(limit, () => {
      timeOut = new DOMException(`No answer within ${limit} ms`, 'TimeoutError')
      reject(timeOut)
      for (const run of listeners) run(timeOut)
    })
    const onGivenUp = (run: (cause: Error) => void): void => {
      if (timeOut === undefined) listeners.push(run)
      else run(timeOut)
    }
    work(onGivenUp).then(resolve, reject).finally(cancel)
  })
}
