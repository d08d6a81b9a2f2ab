import { plural } from '../message.ts'
import type { Words } from '../words.ts'
import { admin } from './admin.ts'
import { setUp } from './set-up.ts'

export const words: Words = {
  name: 'English',
  direction: 'ltr',

  headline: {
    free: 'Free',
    checkInOpen: 'Booked',
    awaitingCheckIn: 'Booked',
    inUse: 'In use',
    unknown: 'Unknown',
    outOfService: 'Out of service',
    notSetUp: 'Not set up',
  },
  wake: 'Tap to wake the screen',
  seats: plural('en-US', { one: '# seat', other: '# seats' }),

  privateBooking: 'Private',
  booked: 'Booked',

  freeFor: (duration) => `for ${duration}`,
  freeAllDay: 'for the rest of the day',
  timeLeft: (duration) => `${duration} left`,
  until: (time) => `until ${time}`,
  startsAt: (time) => `starts at ${time}`,
  startsIn: (duration) => `in ${duration}`,
  startedAt: (time) => `started at ${time}`,
  next: 'Next',
  nothingNext: 'Nothing else today',
  today: 'Today',
  tomorrow: 'Tomorrow',

  checkIn: 'Check in',
  checkingIn: 'Checking in…',
  checkedIn: 'You’re checked in',
  notCheckedIn: 'The check-in did not work.',
  checkInRefusal: {
    bookingGone: 'This booking is over, or no longer in this room.',
    tooLate: 'The room was being given back already.',
    releaseUnsure: 'We can’t tell yet whether the room was just given back. Look again in a minute.',
    elsewhere: 'Check in at the other door of this room.',
    notStored: 'The panel could not store it. The room stays yours for now; please tell IT.',
  },

  givenBackIn: (time) => `given back in ${time}`,
  givingBack: 'Giving the room back…',
  givenBack: 'Nobody checked in: the room was given back.',
  freeUntil: (time) => `Free until ${time}.`,
  maybeGivenBack: 'We can’t tell yet whether the room was given back.',
  maybeGivenBackAdvice: 'Nobody had checked in. The panel won’t ask the calendar twice.',

  endMeeting: 'End meeting',
  endQuestion: 'End this meeting and free the room?',
  confirm: 'End meeting',
  cancel: 'Keep meeting',
  cancelsIn: (seconds) => `Closes in ${seconds}`,
  ending: 'Ending…',

  ended: 'The meeting has ended.',
  notEnded: 'The meeting was not ended.',
  maybeEnded: 'We can’t tell yet whether the meeting has ended.',
  maybeEndedAdvice: 'The panel keeps looking. It won’t ask the calendar twice.',
  panelFailed: 'The panel could not do that.',
  panelFailedAdvice: 'Please tap again.',
  keepingNothing: 'This panel can’t store check-ins just now.',
  keepingNothingAdvice: 'No room is given back. Please tell IT.',

  problem: {
    unreachable: 'The calendar can’t be reached.',
    credentialsRejected: 'The calendar does not accept this panel’s credentials.',
    appDisabled: 'The panel’s app is switched off in the calendar.',
    scopeMissing: 'The panel has no permission for this in the calendar.',
    addressDenied: 'The calendar does not accept this network.',
    rateLimited: 'The calendar is busy just now.',
    quotaSpent: 'This month’s calendar calls are used up.',
    shareSpent: 'This panel’s calls for the month are used up. Touch it to look.',
    roomUnknown: 'The calendar does not know this room.',
    roomUnreadable: 'The calendar can’t read this room just now.',
    platformFault: 'The calendar has a fault.',
    secretUnavailable: 'The panel can’t get at its credentials.',
    unexpected: 'The calendar gave an answer that the panel does not know.',
  },
  refusal: {
    meetingOver: 'It was over already.',
    seriesUnknown: 'It may be one of a series, and the others must stay.',
  },
  unknown: {
    starting: 'Reading the calendar…',
    stale: 'The last look at the calendar is too long ago.',
  },
  lastKnownInUse: (readAt, until) => `At ${readAt} it was booked until ${until}`,
  lastKnownFree: (readAt) => `At ${readAt} nothing was booked for now`,
  checkCalendar: 'Please check your calendar',

  connection: { stale: 'Not up to date', offline: 'No connection' },
  dataFrom: (ago) => `last read ${ago}`,
  noData: 'nothing read yet',

  outOfService: 'This room can’t be used just now.',
  backAt: (time) => `until ${time}`,

  setUp,
  admin,
}
