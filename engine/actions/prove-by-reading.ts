import type { Schedule } from '../../shared/reading/reading.ts'
import { seconds } from '../../shared/time/time.ts'
import { pause } from '../pause.ts'
import type { Clock } from '../ports.ts'
import type { RefreshSchedule } from '../reading/refresh-schedule.ts'

interface ProofParts {
  readonly clock: Clock
  readonly refresh: RefreshSchedule
}

/** The calendar needs some seconds until its readings show what a reply did; these pauses lie between the readings. */
const pausesBetweenProofs = [0, seconds(1), seconds(2), seconds(5)]

/** Reads until the schedule shows what a reply was to bring about, or gives up and says that it doesn't. */
export async function proveByReading(
  parts: ProofParts,
  shows: (schedule: Schedule) => boolean,
): Promise<boolean> {
  for (const ms of pausesBetweenProofs) {
    // oxlint-disable-next-line no-await-in-loop -- each reading waits for the one before
    await pause(parts.clock, ms)
    // oxlint-disable-next-line no-await-in-loop -- the same
    if (await isShown(parts, shows)) return true
  }
  return false
}

/** By a reading that begins now. */
async function isShown(
  { clock, refresh }: ProofParts,
  shows: (schedule: Schedule) => boolean,
): Promise<boolean> {
  const schedule = await refresh(clock.elapsed())
  return schedule !== undefined && shows(schedule)
}
