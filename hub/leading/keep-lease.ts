import type { Cancel, Clock, Log } from '../../engine/ports.ts'
import { type HubLease, leaseLength, leaseRenewal } from '../store/lease.ts'
import type { HeldLease } from './held-lease.ts'

export interface KeepLeaseParts {
  readonly lease: HubLease
  readonly clock: Clock
  readonly log: Log
  /** A name of this hub, for people. */
  readonly holder: string
  /** Begins to lead. Returns the function that ends it. */
  readonly lead: (lease: HeldLease) => () => void
}

interface Leading {
  readonly epoch: number
  /** When the last renewal that the store confirmed was asked for, by the monotonic clock, ms. */
  readonly renewedAt: number
  readonly stop: () => void
}

/**
 * Waits for the lease, leads with it, and stops when another hub has it or may have it. While the store does
 * not answer, a hub that led goes on reading and telling its doors: no other hub can have become the leader by
 * that store, and doors take the view of the higher epoch. It sends nothing then, because the lease is not
 * held. Returns the function that gives the lease up.
 */
export function keepLease({ lease, clock, log, holder, lead }: KeepLeaseParts): () => Promise<void> {
  let leading: Leading | undefined
  let cancelTimer: Cancel | undefined
  let isOver = false

  const begin = (epoch: number, renewedAt: number): void => {
    log.info('hub.leads', { epoch, holder })
    const isHeld = (): boolean =>
      leading?.epoch === epoch &&
      clock.elapsed() - leading.renewedAt < leaseLength &&
      clock.isWholeSince(leading.renewedAt)
    leading = { epoch, renewedAt, stop: () => undefined }
    leading = { ...leading, stop: lead({ epoch, isHeld }) }
  }
  const end = (why: string): void => {
    if (leading === undefined) return
    log.warn('hub.leads-no-more', { epoch: leading.epoch, why })
    leading.stop()
    leading = undefined
  }
  const look = async (): Promise<void> => {
    const asked = clock.elapsed()
    if (leading !== undefined) {
      const renewed = await lease.renew(leading.epoch)
      if (renewed.ok && leading !== undefined) leading = { ...leading, renewedAt: asked }
      else if (!renewed.ok && renewed.error.code === 'notLeading') end('lost')
      return
    }
    const taken = await lease.take(holder)
    if (!taken.ok || taken.value.kind !== 'taken') return
    const { epoch } = taken.value
    if (isOver) await lease.giveUp(epoch)
    else begin(epoch, asked)
  }
  const lookAgain = async (): Promise<void> => {
    await look()
    if (!isOver) cancelTimer = clock.after(leaseRenewal, () => void lookAgain())
  }
  void lookAgain()

  return async () => {
    isOver = true
    cancelTimer?.()
    const last = leading?.epoch
    end('stopped')
    if (last !== undefined) await lease.giveUp(last)
  }
}
