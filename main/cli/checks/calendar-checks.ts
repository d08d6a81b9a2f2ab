import type { CalendarProblem } from '../../../engine/room-calendar.ts'
import type { ProblemCode } from '../../../shared/reading/problem.ts'
import { mostClockError } from '../../../shared/release/may-release.ts'
import type { Result } from '../../../shared/result.ts'
import { bookingChecks } from './booking-checks.ts'
import { asking, askingAtCost, type CalendarCalls, type TabletClock } from './calendar-calls.ts'
import { type Check, failed, failedCall, fine, type Finding, skipped } from './check.ts'

const connected = ['connection', 'TLS']
const scheduleScope = 'scope calendar:room:readonly'

/**
 * The calendar's part of a panel's needs. `secret` are the checks that must pass before a secret can be
 * tried.
 */
export const calendarChecks = (
  calls: CalendarCalls | undefined,
  secret: readonly string[],
): readonly Check[] => [...tokenChecks(calls, secret), ...scopeChecks(calls), ...bookingChecks(calls)]

/** Whether the calendar accepts the secret. Costs none of the month's calls. */
export const tokenChecks = (
  calls: CalendarCalls | undefined,
  secret: readonly string[],
): readonly Check[] => [
  {
    name: 'clock',
    needs: connected,
    look: asking(calls, async ({ clock, token }) => {
      // Only the calendar's own answers tell the time, and this is the first one.
      const answer = await token()
      if (!answer.ok && clock.error() === Infinity) return { kind: 'blocked', needs: 'token' }
      return clockFinding(clock)
    }),
  },
  {
    name: 'token',
    needs: [...secret, ...connected],
    look: asking(calls, async ({ token }) => findingOf(await token())),
  },
]

const scopeChecks = (calls: CalendarCalls | undefined): readonly Check[] => [
  {
    name: 'access',
    needs: ['token'],
    look: askingAtCost(calls, async ({ schedule }) => {
      const answer = await schedule()
      return !answer.ok && isTurnedAway(answer.error) ? failedCall(answer.error) : fine()
    }),
  },
  {
    name: scheduleScope,
    needs: ['access'],
    look: askingAtCost(calls, async ({ schedule }) => scopeFinding(await schedule())),
  },
  {
    name: 'scope vc:room:readonly',
    needs: ['access'],
    look: askingAtCost(calls, roomScopeFinding),
  },
  { name: 'scope calendar:room', needs: ['access'], look: askingAtCost(calls, titlesFinding) },
  {
    name: 'room',
    needs: ['access'],
    look: askingAtCost(calls, roomFinding),
  },
  {
    name: 'schedule',
    needs: [scheduleScope, 'room'],
    look: askingAtCost(calls, async ({ schedule }) =>
      findingOf(await schedule(), (bookings) => `${bookings.length} bookings from yesterday to tomorrow`),
    ),
  },
]

function findingOf<T>(answer: Result<T, CalendarProblem>, detail?: (value: T) => string): Finding {
  return answer.ok ? fine(detail?.(answer.value)) : failedCall(answer.error)
}

/**
 * The panel releases no booking while its clock may be wrong by more than law 2d allows. A wrong system clock
 * is for IT to correct.
 */
export function clockFinding({ error, offset }: TabletClock): Finding {
  if (!(error() <= mostClockError)) return failed('clockUnsure')
  const ahead = Math.round(-offset() / 1000)
  const told = ahead === 0 ? 'as the calendar’s' : `${Math.abs(ahead)} s ${ahead > 0 ? 'fast' : 'slow'}`
  return Math.abs(offset()) > mostClockError ? failed('clockSkewed', told) : fine(told)
}

const turnedAway: readonly ProblemCode[] = [
  'unreachable',
  'credentialsRejected',
  'appDisabled',
  'addressDenied',
  'rateLimited',
  'quotaSpent',
  'secretUnavailable',
]

/** Whether a call failed before the calendar checked its scope. */
const isTurnedAway = ({ code }: CalendarProblem): boolean => turnedAway.includes(code)

function scopeFinding(answer: Result<unknown, CalendarProblem>): Finding {
  const isMissing = !answer.ok && (answer.error.code === 'scopeMissing' || isTurnedAway(answer.error))
  return isMissing ? failedCall(answer.error) : fine()
}

async function titlesFinding({ configuration, titles }: CalendarCalls): Promise<Finding> {
  return configuration.privacy.showTitle
    ? lesserScopeFinding(await titles())
    : skipped('privacy.showTitle is off')
}

/** A panel also works without names and titles, so only a definite refusal counts as a fault. */
const lesserScopeFinding = (answer: Result<unknown, CalendarProblem>): Finding =>
  !answer.ok && isTurnedAway(answer.error)
    ? skipped(`not found out: ${answer.error.code}`)
    : scopeFinding(answer)

/** Without this scope the panel reads the room by an older call. If that works, IT may leave it so. */
async function roomScopeFinding({ room, olderRoom }: CalendarCalls): Promise<Finding> {
  const answer = await room()
  const isMissing = !answer.ok && answer.error.code === 'scopeMissing'
  return isMissing && (await olderRoom()).ok ? skipped(readByOlderCall) : lesserScopeFinding(answer)
}

const readByOlderCall =
  'not given; the room is read by the older call, which says neither why nor how long it is out of service'

/**
 * If the app may make neither of the room's own calls, the schedule's answer shows whether the room exists.
 */
async function roomFinding(calls: CalendarCalls): Promise<Finding> {
  const room = await calls.room()
  if (room.ok) return fine(room.value.name)
  if (room.error.code !== 'scopeMissing' && !isTurnedAway(room.error)) return failedCall(room.error)
  if (room.error.code === 'scopeMissing') {
    const older = await calls.olderRoom()
    if (older.ok) return fine(older.value.name)
  }
  const schedule = await calls.schedule()
  if (schedule.ok) return fine('its name can’t be read')
  return schedule.error.code === 'scopeMissing'
    ? { kind: 'blocked', needs: scheduleScope }
    : failedCall(schedule.error)
}
