import type { HubStore } from '../../../../hub/store/hub-store.ts'
import type { StoreProblem } from '../../../../hub/store/stored.ts'
import { err, type Result } from '../../../../shared/result.ts'

/** Of a call to the store: `before` it is lost, `after` only its answer is. */
export type Cut = 'before' | 'after' | undefined

type Answer<T, Problem> = Promise<Result<T, Problem | StoreProblem>>

/** The store as one hub reaches it. `cut` is asked about each call. */
export function storeBehind(store: HubStore, cut: () => Cut): HubStore {
  const behind =
    <Args extends readonly unknown[], T, Problem>(call: (...args: Args) => Promise<Result<T, Problem>>) =>
    async (...args: Args): Answer<T, Problem> => {
      const lost = cut()
      const answer = lost === 'before' ? undefined : await call(...args)
      return answer === undefined || lost === 'after' ? unavailable() : answer
    }
  const { lease, checkIns, attempts, reservations, doors, audit } = store
  return {
    ...store,
    lease: { take: behind(lease.take), renew: behind(lease.renew), giveUp: behind(lease.giveUp) },
    checkIns: { record: behind(checkIns.record), endingAfter: behind(checkIns.endingAfter) },
    attempts: {
      begin: behind(attempts.begin),
      settle: behind(attempts.settle),
      endingAfter: behind(attempts.endingAfter),
    },
    reservations: { keep: behind(reservations.keep), endingAfter: behind(reservations.endingAfter) },
    doors: { ...doors, list: behind(doors.list), noteSession: behind(doors.noteSession) },
    audit: { enter: behind(audit.enter), latest: behind(audit.latest) },
  }
}

const unavailable = () =>
  err({ code: 'unavailable' as const, cause: new Error('The way to the store of this test') })
