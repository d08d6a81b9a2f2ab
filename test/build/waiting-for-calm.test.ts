import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const parts = join(import.meta.dirname, '../../build/debian/root/usr/lib/room-panel/update')

/**
 * The updater's own wait, told in a time that passes when it sleeps. `calm`: what the panel says, in sh, by `$hour` of the day.
 * A tablet that is `on` from 8 to 20 is cut off at 20, and looks again the next morning.
 */
function waitAt({ calm, isOnTimeSwitch }: { calm: string; isOnTimeSwitch: boolean }): string {
  const state = mkdtempSync(join(tmpdir(), 'room-panel-waiting-'))
  onTestFinished(() => rmSync(state, { recursive: true }))
  const told = `
    . ${parts}/panel
    state=${state}
    time=$1
    hour() { echo $((time / 3600 % 24)); }
    told() { hour=$(hour); ${calm}; }
    seconds_now() { echo $time; }
    uptime_seconds() { echo $time; }
    sleep() { time=$((time + 600)); ${isOnTimeSwitch ? '[ "$(hour)" -lt 20 ] || exit 7' : ':'}; }
    wait_for_calm 0.2.0 || { echo gave up; exit; }
    echo "day $((time / 86400 + 1)) $(hour):00"`
  for (let day = 0; day < 5; day += 1) {
    const outcome = run(told, day * 86_400 + 8 * 3600)
    if (outcome !== undefined) return outcome
  }
  return 'never'
}

/** Undefined where the power was cut. */
function run(script: string, begins: number): string | undefined {
  try {
    return execFileSync('sh', ['-euc', script, 'sh', String(begins)], { encoding: 'utf8' }).trim()
  } catch (cause) {
    if (cause instanceof Error && 'status' in cause && cause.status === 7) return undefined
    throw cause
  }
}

const officeHours =
  'if [ $hour -ge 20 ] || [ $hour -lt 8 ]; then echo outOfHours; else echo betweenMeetings; fi'

test.for([
  ['outside office hours, where it is on at night', officeHours, false, 'day 1 20:00'],
  ['between two meetings a day later, where a time switch ends the day', officeHours, true, 'day 2 8:00'],
  [
    'between two meetings a day later, where the office never closes',
    'echo betweenMeetings',
    false,
    'day 2 8:00',
  ],
  ['not at all, where the door is needed all the time', 'echo', false, 'gave up'],
] as const)('an update comes %s', { timeout: 60_000 }, ([, calm, isOnTimeSwitch, comes]) => {
  expect(waitAt({ calm, isOnTimeSwitch })).toBe(comes)
})
