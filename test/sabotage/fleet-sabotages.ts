import type { Sabotage } from './sabotage.ts'

/** Each takes one guard of hub and doors away. The worlds of `npm run fleet:simulate` must notice each. */
const guards: readonly Sabotage[] = [
  {
    name: 'one door’s vote is enough',
    file: 'shared/line/release-round.ts',
    replace: "doors.every((door) => votes.get(door)?.says === 'release')",
    by: "doors.some((door) => votes.get(door)?.says === 'release')",
  },
  {
    name: 'the broker’s word is the hub’s',
    file: 'engine/calendars/line/line-check-ins.ts',
    replace: 'const heard = new Set(checkIns.map(({ id }) => id))',
    by: 'const heard = new Set([...checkIns.map(({ id }) => id), ...sentAt.keys()])',
  },
  {
    name: 'a view tells of a check-in before its commit',
    file: 'hub/asks/keep-check-ins.ts',
    replace: 'const kept = await store',
    by: 'views.checkedIn(room, [checkIn])\n    const kept = await store',
  },
  {
    name: 'a retained view is shown as live',
    file: 'shared/line/view-state.ts',
    replace: 'if (view === undefined || pulse === undefined || pulse.epoch !== view.epoch) return undefined',
    by: 'if (view === undefined || pulse === undefined) return view',
  },
  {
    name: 'a hub sends without its lease',
    file: 'hub/leading/keep-lease.ts',
    replace: 'clock.elapsed() - leading.renewedAt < leaseLength &&',
    by: '',
  },
  {
    name: 'a hub books without its lease',
    file: 'hub/reservations/held-reservations.ts',
    replace: 'remove: async (entry) => (lease.isHeld() ? calendar.remove(entry) : err(notLeading)),',
    by: 'remove: async (entry) => calendar.remove(entry),',
  },
  {
    name: 'a hub forgets the bookings of the one before',
    file: 'hub/reservations/recall-reservations.ts',
    replace: 'return resolve(kept.value)',
    by: 'return resolve([])',
  },
  {
    name: 'a door is not told that the other one books',
    file: 'hub/rooms/room-views.ts',
    replace: '      reservations: reserved,',
    by: '      reservations: [],',
  },
]

export const fleetSabotages: readonly Sabotage[] = guards.map((guard) => ({ ...guard, showsInFleet: true }))
