import type { DirectConfiguration } from '../../../shared/config/configuration.ts'
import { ok } from '../../../shared/result.ts'
import { seconds } from '../../../shared/time/time.ts'
import type { Door } from '../laws/door.ts'
import { note, type Office, someDoor } from './office.ts'

/** IT writes these rules of check-in into the configuration of a panel. */
export function writeRules(
  office: Office,
  door: Door,
  checkIn: Partial<DirectConfiguration['checkIn']>,
): void {
  const before = door.tablet.configuration()
  write(office, door, { ...before, checkIn: { ...before.checkIn, ...checkIn } })
}

/** IT writes other rules into the configuration of a panel, which looks into it from time to time. */
export function changeRules(office: Office): void {
  const { dice, doors } = office
  const door = someDoor(office)
  const before = door.tablet.configuration()
  // Of two panels exactly one leads, in every configuration of IT's.
  const mayFollow = doors.length === 1
  write(office, door, {
    ...before,
    checkIn: {
      ...before.checkIn,
      ...(dice.chance(0.4) && { mode: dice.pick(['auto', 'auto', 'observe', 'off']) }),
      ...(dice.chance(0.4) && { graceMinutes: dice.pick([1, 2, 5, 10]) }),
      ...(dice.chance(0.3) && { opensMinutesBefore: dice.pick([0, 1, 5, 10]) }),
      ...(dice.chance(0.3) && { exemptHours: dice.pick([1, 2, 8, 24]) }),
    },
    ...(dice.chance(0.2) && { budget: { callsPerMonth: dice.pick([2000, 8000, 20_000]) } }),
    ...(mayFollow && dice.chance(0.15) && { follower: !before.follower }),
  })
}

function write({ dice, tally, tell, time }: Office, door: Door, written: DirectConfiguration): void {
  const { tablet } = door
  tell(() => `IT writes for ${tablet.name}: ${JSON.stringify(written.checkIn)}, ${written.follower}`)
  note(tally, 'rules that were changed')
  door.rules.change(written, time.now())
  tablet.write(written)
  const { program } = tablet
  time.after(seconds(dice.between(0, 30)), () => {
    if (tablet.isRunning()) void program().follow(ok(tablet.configuration()))
  })
}
