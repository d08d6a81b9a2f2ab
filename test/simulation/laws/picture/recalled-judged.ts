import type { Snapshot } from '../../../../shared/snapshot/snapshot.ts'
import { minutes } from '../../../../shared/time/time.ts'
import { clockErrorOf, type Door } from '../door.ts'
import { isMisled } from '../time-said.ts'

/** The tablet's time and the server's may be so far apart twice: when the reading was kept, and since. Ms. */
const mostWrong = minutes(1) + 1000

/** That the door books is on its disk, and nothing of the calendar. */
const proveNothing: readonly Snapshot['occupancy']['kind'][] = ['unknown', 'outOfService', 'reserving']

/**
 * Law 4 for a program without a reading: its picture of the calendar comes from before its start. The picture
 * is only shown: it has no button to touch, and its age is true. Returns whether it is such a picture.
 */
export function judgeRecalled(door: Door, { connection, checkIns, occupancy }: Snapshot): boolean {
  const { court, memory, time } = door
  if (memory.reading !== undefined || connection.readAt === undefined) return false
  if (isMisled(memory, time.now())) return true
  const accuse = (what: string): void => court.accuse('L4 what is past proves nothing', what)
  if (connection.kind === 'live') accuse('live without a reading')
  if (checkIns.length > 0) accuse('a check-in without a reading')
  if (!proveNothing.includes(occupancy.kind)) accuse(occupancy.kind)
  const isDazed = memory.daze !== undefined && time.now() < memory.daze.until
  if (!isDazed && clockErrorOf(door) > mostWrong) accuse('of an age that nobody knows')
  return true
}
