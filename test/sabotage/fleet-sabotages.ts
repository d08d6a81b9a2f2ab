import type { Sabotage } from './sabotage.ts'

/** Each takes one guard of hub and doors away. The worlds of `npm run fleet:simulate` must notice each. */
const guards: readonly Sabotage[] = [
  {
    name: 'a silent door counts as agreeing',
    file: 'shared/line/release-round.ts',
    replace: "return { kind: 'kept', why: 'silent' }\n  return doors.every",
    by: "return { kind: 'agreed' }\n  return doors.every",
  },
  {
    name: 'one door’s vote is enough',
    file: 'shared/line/release-round.ts',
    replace: "doors.every((door) => votes.get(door)?.says === 'release')",
    by: "doors.some((door) => votes.get(door)?.says === 'release')",
  },
  {
    name: 'a tap does not withdraw a vote',
    file: 'shared/line/release-round.ts',
    replace: "if (event.kind === 'tapped') return withVote(round, event.door, tapped)",
    by: "if (event.kind === 'tapped') return round",
  },
  {
    name: 'a yes replaces a no',
    file: 'shared/line/release-round.ts',
    replace: 'return isAsked && !isNo ?',
    by: 'return isAsked ?',
  },
  {
    name: 'a cloned door votes',
    file: 'hub/asks/begin-round.ts',
    replace: 'presence.isGone(door) || presence.isCloned(door)',
    by: 'presence.isGone(door)',
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
    name: 'a hub forgets the check-ins of the one before',
    file: 'hub/asks/keep-check-ins.ts',
    replace: '  void recall()\n',
    by: '',
  },
  {
    name: 'a view of an earlier hub counts',
    file: 'shared/line/view-state.ts',
    replace:
      'known === undefined || next.epoch > known.epoch || (next.epoch === known.epoch && next.seq > known.seq)',
    by: 'true || known === next',
  },
  {
    name: 'a retained view is shown as live',
    file: 'shared/line/view-state.ts',
    replace: 'if (view === undefined || pulse === undefined || pulse.epoch !== view.epoch) return undefined',
    by: 'if (view === undefined || pulse === undefined) return view',
  },
  {
    name: 'a pulse serves for ten minutes',
    file: 'shared/line/view-state.ts',
    replace: 'seconds(15)',
    by: 'seconds(600)',
  },
  {
    name: 'a reply is sent before its attempt is committed',
    file: 'hub/rooms/attempted-replies.ts',
    replace:
      "if (!answer.ok) {\n        log.error('attempt.not-begun', { room, booking: id, verdict, ...answer.error })\n        return err(notCommitted)\n      }\n      if (answer.value.kind === 'begun')",
    by: "if (!answer.ok) unsent.add(aboutOf(verdict, id))\n      else if (answer.value.kind === 'begun')",
  },
  {
    name: 'another hub’s attempt does not stand in the way',
    file: 'hub/rooms/attempted-replies.ts',
    replace: 'if (!unsent.delete(about)) return',
    by: 'if (!unsent.delete(about) && lease.epoch === 0) return',
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
  {
    name: 'a line forgets the filters that come while it connects',
    file: 'engine/line/keep-connected.ts',
    replace: 'for (let missing = [...filters()]; missing.length > 0;)',
    by: 'for (let missing = [...filters()].slice(0, 1); missing.length > 0;)',
  },
]

export const fleetSabotages: readonly Sabotage[] = guards.map((guard) => ({ ...guard, showsInFleet: true }))
