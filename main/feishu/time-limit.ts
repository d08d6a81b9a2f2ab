import type { Clock, Patience } from '../ports.ts'
import { createPatience } from './patience.ts'

/**
 * Settles as `work` does, or rejects after `limit` ms. The end of the patience tells `work` to give up; one that doesn't
 * listen is left to itself.
 */
export function withTimeLimit<T>(
  clock: Clock,
  limit: number,
  work: (patience: Patience) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const { patience, end } = createPatience()
    const cancel = clock.after(limit, () => {
      const timeOut = new DOMException(`No answer within ${limit} ms`, 'TimeoutError')
      end(timeOut)
      reject(timeOut)
    })
    work(patience).then(resolve, reject).finally(cancel)
  })
}
