import { hours, seconds } from '../../../../shared/time/time.ts'
import type { Instance } from '../../../../simulator/calendar/event.ts'
import { clockErrorOf, type Door } from '../door.ts'
import { nameOf } from '../presence.ts'
import type { Rules } from '../rules.ts'
import { meantBy, type ReplyBody } from './reply-body.ts'

/** Rounding of the server's time to whole seconds, and the way to the platform. Ms. */
const tolerance = seconds(1)
/** Law 2b: a gap that people at the door would not notice. */
export const longestGap = seconds(10) + tolerance

/** Law 2: judged when a `NOT_CHECK_IN` leaves. Gives the booking that it is for. */
export function judgeRelease(door: Door, body: ReplyBody): Instance | undefined {
  const { court, time, memory, everything } = door
  const now = time.now()
  const error = clockErrorOf(door)
  const deny = (why: string): void => court.accuse('L2 a release is earned', `${body.uid}: ${why}`)

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
  const verdicts = door.rules.forStart(stay.start, now).map((rules) => whyNot(door, rules, stay))
  if (!verdicts.includes(undefined)) deny(verdicts[0] ?? '')
  if (everything.taps.has(nameOf(stay))) deny('somebody tapped check-in before')
  return stay
}

/** What speaks against it by some rules. */
export function whyNot(door: Door, rules: Rules, stay: Instance): string | undefined {
  if (rules.mode !== 'auto') return `the mode is ${rules.mode}`
  if (rules.follower) return 'by a follower'
  if (isExempt(rules, stay)) return 'it is exempt'
  return whyNotOffered(door, rules, stay)
}

const isExempt = ({ exemptFrom, exempt }: Rules, { event, start, end }: Instance): boolean =>
  end - start >= exemptFrom ||
  (event.organizerInfo.includes('"name"') && exempt.includes(event.organizer.name)) ||
  end - start >= hours(24)

/** Law 2b, by true time: the button was there without a gap, from when it had to be on until the grace was over. */
function whyNotOffered(door: Door, rules: Rules, stay: Instance): string | undefined {
  const { buttons, listed, time } = door
  const name = nameOf(stay)
  const now = time.now()
  const error = clockErrorOf(door) + tolerance
  const first = listed.get(name) ?? now
  if (first > stay.start + error) return `it was first listed ${first - stay.start} ms after its start`
  const gap = buttons.longestGap(name, Math.max(stay.start - rules.opensBefore, first), now)
  if (gap > longestGap + error) return `nobody could check in: no button for ${gap} ms`
  const early = graceEnd(door, stay, rules, -tolerance) - now
  return early > Math.max(error, smallStep) ? `${early} ms before the end of the grace` : undefined
}

/** A clock is put right by so much without more ado, also between a touch and the end of its grace. Ms. */
const smallStep = seconds(5)

/** Each touch in the window, or in a grace that another one began, begins another grace; `late` ms after its end none does. */
export function graceEnd(
  { touches }: Door,
  { start }: Instance,
  { opensBefore, grace }: Pick<Rules, 'opensBefore' | 'grace'>,
  late: number,
): number {
  let end = start + grace
  for (const at of touches) if (at >= start - opensBefore && at < end + late) end = Math.max(end, at + grace)
  return end
}
