import type { Instance } from '../../../main/simulator/calendar/event.ts'
import { hours, seconds } from '../../../shared/domain/time.ts'
import { clockErrorOf, type Door } from './door.ts'
import { nameOf } from './memory.ts'
import { meantBy, type ReplyBody } from './reply-body.ts'

/** Law 2b: a gap that nobody at the door would notice. */
export const longestGap = seconds(12)
/** Rounding of the server's time to whole seconds, and the way to the platform. */
const tolerance = seconds(1)

/** Law 2: judged when a `NOT_CHECK_IN` leaves. Gives the booking that it is for. */
export function judgeRelease(door: Door, body: ReplyBody): Instance | undefined {
  const { court, policy, time, memory } = door
  const now = time.now()
  const error = clockErrorOf(door)
  const deny = (why: string): void => court.accuse('L2 a release is earned', `${body.uid}: ${why}`)

  if (policy.mode !== 'auto') deny(`the mode is ${policy.mode}`)
  if (policy.follower) deny('by a follower')
  if (error > seconds(30)) deny(`the clock is ${error} ms wrong`)
  const { reading } = memory
  if (reading === undefined || now - reading.askedAt > seconds(10) + tolerance) {
    deny(`the last reading is ${reading === undefined ? 'none' : now - reading.askedAt} ms old`)
    return undefined
  }
  const stay = meantBy(body, reading.stays, { now, error: error + tolerance })
  if (stay === undefined) {
    deny('the last reading does not have it now')
    return undefined
  }
  if (isExempt(door, stay)) deny('it is exempt')
  const name = nameOf(stay)
  if (memory.taps.has(name)) deny('somebody tapped check-in before')
  judgeButton(door, stay, deny)
  return stay
}

const isExempt = ({ policy }: Door, { event, start, end }: Instance): boolean =>
  end - start >= policy.exemptFrom ||
  (event.organizerInfo.includes('"name"') && policy.exempt.includes(event.organizer.name)) ||
  end - start >= hours(24)

function judgeButton({ policy, memory, time }: Door, stay: Instance, deny: (why: string) => void): void {
  const button = memory.buttons.get(nameOf(stay))
  if (button === undefined) return deny('nobody could check in: no button')
  const now = time.now()
  if (now - button.last > longestGap) return deny(`no button for ${now - button.last} ms`)
  const shown = now - Math.max(button.since, stay.start)
  if (shown < policy.grace - tolerance) deny(`the button was there for ${shown} ms of ${policy.grace}`)
}
