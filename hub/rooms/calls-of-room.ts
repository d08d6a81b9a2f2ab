import type { CallCounter } from '../../engine/ports.ts'

/**
 * The company's calls as one room sees them: the room's own part of the month's calls, and of those that are spent. So all
 * rooms read less as the month's calls run out (law 9). The company's own client counts.
 */
export const callsOfRoom = (calls: Pick<CallCounter, 'shareOf'>, ofCompany: number): CallCounter => ({
  count: () => undefined,
  shareOf: (ofRoom) => {
    const all = calls.shareOf(ofCompany)
    const part = ofRoom / ofCompany
    return { calls: all.calls * part, spent: all.spent * part, since: all.since }
  },
})
