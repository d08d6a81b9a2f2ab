import { type HubLease, leaseLength } from '../../../../hub/store/lease.ts'
import { plus } from '../../../../shared/time/time.ts'
import type { Answering, MemoryState } from './answering.ts'

export const createMemoryLease = (state: MemoryState, { any, leader, now }: Answering): HubLease => ({
  take: (holder) =>
    any(() => {
      const { lease } = state
      if (lease.expiresAt > now()) return { kind: 'held', epoch: lease.epoch, holder: lease.holder }
      state.lease = { epoch: lease.epoch + 1, holder, expiresAt: plus(now(), leaseLength) }
      return { kind: 'taken', epoch: state.lease.epoch }
    }),
  renew: (epoch) =>
    leader(epoch, () => {
      state.lease = { ...state.lease, expiresAt: plus(now(), leaseLength) }
    }),
  giveUp: (epoch) =>
    any(() => {
      if (state.lease.epoch === epoch) state.lease = { ...state.lease, expiresAt: now() }
    }),
})
