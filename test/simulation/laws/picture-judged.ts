import type { Snapshot } from '../../../shared/domain/snapshot.ts'
import { seconds } from '../../../shared/domain/time.ts'
import { expectRelease } from './ghost-released.ts'
import { clockErrorOf, type Door } from './door.ts'
import { countsFor, type ShownCheckIn } from './memory.ts'
import { allowedErrorOf, judgeStood, standingGreen } from './green-stood.ts'
import { holdsAround, holdsThroughout } from './around.ts'
import { longestGap } from './release-earned.ts'

/** Everything that a painted picture claims. */
export function judgePicture(door: Door, snapshot: Snapshot): void {
  judgeStood(door)
  door.memory.green = standingGreen(door, snapshot)
  noteButtons(door, snapshot)
  noteCheckIn(door, snapshot)
  judgeGreen(door, snapshot)
  judgeTick(door, snapshot)
  judgeWords(door, snapshot)
}

/** Law 2b, the world's own record: which check-in buttons a live page has had, without a gap. */
function noteButtons(door: Door, { checkIns, occupancy }: Snapshot): void {
  const { buttons } = door.memory
  const now = door.time.now()
  const shown = occupancy.kind === 'unknown' ? [] : checkIns
  for (const { id } of shown) {
    const button = buttons.get(id)
    if (button !== undefined && now - button.last <= longestGap) {
      button.last = now
      continue
    }
    const begun = { since: now, last: now }
    buttons.set(id, begun)
    if (door.isHealthy) expectRelease(door, id, begun)
  }
}

/** Somebody is shown that their check-in is done: from now on the world holds the panel to it. */
function noteCheckIn({ memory, everything }: Door, { checkingIn, bookings }: Snapshot): void {
  if (checkingIn.kind !== 'settled' || checkingIn.outcome.kind !== 'done') return
  const word = `done ${checkingIn.booking} ${checkingIn.at}`
  if (memory.words.has(word)) return
  memory.words.add(word)
  const booking = bookings.find(({ id }) => id === checkingIn.booking)
  const tapped = memory.taps.get(checkingIn.booking)
  const shown: ShownCheckIn | undefined =
    tapped ?? (booking && { uid: booking.meeting, start: booking.start, end: booking.end })
  if (shown !== undefined) everything.checkIns.push(shown)
}

/**
 * Law 4. The panel's clock may be wrong by what law 2d allows: a booking that runs by the server's time and not by a clock
 * that is some seconds off is judged by the latter.
 */
export function judgeGreen(door: Door, { occupancy }: Snapshot): void {
  const { court, memory, time } = door
  const now = time.now()
  if (occupancy.kind !== 'free' || now < memory.dazedUntil) return
  const { reading } = memory
  const error = allowedErrorOf(door)
  if (reading === undefined) return court.accuse('L4 green is proven', 'free without a reading')
  const age = now - reading.askedAt
  if (age > door.oldestGreen({ now, error }) + error)
    court.accuse('L4 green is proven', `free on data ${age} ms old`)
  const running = reading.stays.find((stay) => holdsThroughout(stay, { now, error }))
  if (running !== undefined) court.accuse('L4 green is proven', `free while ${running.event.uid} runs`)
}

/** Law 5: what was shown as done is asked for no more, whatever happened since. */
function judgeTick({ court, everything, memory }: Door, { checkIns }: Snapshot): void {
  if (memory.journal === 'unread' || everything.isJournalSpoilt || everything.checkIns.length === 0) return
  for (const { id, meeting, start, end } of checkIns) {
    if (everything.checkIns.some((one) => countsFor(one, meeting, start, end)))
      court.accuse('L5 the tick is on disk first', `${id} is asked for again`)
  }
}

/** Law 6: `released` and `done` are said of what a reading no longer has. */
function judgeWords(door: Door, { releasing, ending }: Snapshot): void {
  if (releasing.kind === 'settled' && releasing.outcome.kind === 'released')
    judgeGone(door, `released ${releasing.booking.id} ${releasing.at}`, releasing.booking.meeting)
  if (ending.kind === 'settled' && ending.outcome.kind === 'done')
    judgeGone(door, `ended ${ending.booking} ${ending.at}`, ending.booking.split('/')[0] ?? '')
}

function judgeGone(door: Door, word: string, uid: string): void {
  const { court, memory, time } = door
  if (memory.words.has(word)) return
  memory.words.add(word)
  const around = { now: time.now(), error: -seconds(1) - clockErrorOf(door) }
  const still = memory.reading?.stays.find((stay) => stay.event.uid === uid && holdsAround(stay, around))
  if (memory.reading === undefined || still !== undefined)
    court.accuse('L6 only what is confirmed', `${word}, and the last reading has it`)
}
