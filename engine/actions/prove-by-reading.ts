import type { Schedule } from '../../shared/reading/reading.ts'
import { seconds } from '../../shared/time/time.ts'
import { pause } from '../pause.ts'
import type { Clock } from '../ports.ts'
import type { RefreshSchedule } from '../reading/refresh-schedule.ts'

interface ProofParts {
  readonly clock: Clock
  readonly refresh: RefreshSchedule
}

/** The pauses before the readings, because the calendar needs some seconds to show the effect of a reply. */
const pausesBetweenProofs = [0, seconds(1), seconds(2), seconds(5)]

/** Reads the schedule until it shows the effect of a reply, or gives up. Resolves to whether it does. */
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

/** Whether a reading that begins now shows it. */
async function isShown(
  { clock, refresh }: ProofParts,
  shows: (schedule: Schedule) => boolean,
): Promise<boolean> {
  const schedule = await refresh(clock.elapsed())
  return schedule !== undefined && shows(schedule)
}
