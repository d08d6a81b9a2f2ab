import type { OrderParts } from '../../../main/cli/order-parts.ts'
import { err } from '../../../shared/result.ts'

/** What an order for a door without a hub never asks for. */
export const noHub: Pick<OrderParts, 'lineProbeFor' | 'redeem' | 'fingerprintIn' | 'present'> = {
  lineProbeFor: () => ({ listen: async () => err({ code: 'unreachable', detail: 'ECONNREFUSED' }) }),
  redeem: async () => err({ fault: 'enrolmentUnreachable', detail: 'ECONNREFUSED' }),
  present: async () => undefined,
  fingerprintIn: async () => err(new Error('no certificate')),
}
