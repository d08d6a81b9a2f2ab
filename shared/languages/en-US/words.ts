import { plural } from '../message.ts'
import type { Words } from '../words.ts'
import { admin } from './admin.ts'
import { reserve } from './reserve.ts'
import { setUp } from './set-up.ts'

export const words: Words = {
  name: 'English',
  direction: 'ltr',
  writing: { weekday: 'short', beforeUnit: ' ', betweenUnits: ' ' },

  headline: {
    free: 'Free',
    checkInOpen: 'Booked',
    awaitingCheckIn: 'Booked',
    inUse: 'In use',
    reserving: 'Booking…',
    unknown: 'Unknown',
    outOfService: 'Out of service',
    notSetUp: 'Not set up',
  },
  languages: 'Languages',
  wake: 'Tap to wake the screen',
  seats: plural('en-US', { one: '# seat', other: '# seats' }),
  equipment: {
    display: 'Screen',
    projector: 'Projector',
    video: 'Video conferencing',
    phone: 'Phone',
    whiteboard: 'Whiteboard',
  },
  starting: 'Starting…',

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
  nothingNext: 'No more bookings today',
  today: 'Today',
  tomorrow: 'Tomorrow',

  checkIn: 'Check in',
  checkingIn: 'Checking in…',
  checkedIn: 'You’re checked in',
  notCheckedIn: 'Check-in failed.',
  checkInRefusal: {
    bookingGone: 'This booking is over, or no longer in this room.',
    tooLate: 'Too late: the room has been released.',
    releaseUnsure: 'The room may just have been released. Please look again in a minute.',
    elsewhere: 'Please check in at the room’s other door.',
    notStored: 'Your check-in could not be saved. The room is kept for you for now. Please tell IT.',
  },

  givenBackIn: (time) => `released in ${time}`,
  givingBack: 'Releasing the room…',
  givenBack: 'No one checked in, so the room was released.',
  freeUntil: (time) => `Free until ${time}.`,
  maybeGivenBack: 'Not confirmed yet: the room may have been released.',
  maybeGivenBackAdvice: 'No one checked in. The panel keeps checking.',

  endMeeting: 'End meeting',
  endQuestion: 'End this meeting and free the room?',
  confirm: 'End meeting',
  cancel: 'Keep meeting',
  cancelsIn: (seconds) => `Closes in ${seconds}`,
  ending: 'Ending…',

  ended: 'The meeting has ended.',
  notEnded: 'The meeting was not ended.',
  maybeEnded: 'Not confirmed yet that the meeting has ended.',
  maybeEndedAdvice: 'Still checking. No need to tap again.',
  panelFailed: 'That didn’t work.',
  panelFailedAdvice: 'Please tap again.',
  keepingNothing: 'This panel can’t save check-ins right now.',
  keepingNothingAdvice: 'No room will be released. Please tell IT.',

  problem: {
    unreachable: 'The calendar can’t be reached.',
    credentialsRejected: 'The calendar does not accept this panel’s credentials.',
    appDisabled: 'The panel’s app is switched off in the calendar.',
    scopeMissing: 'The panel has no permission for this in the calendar.',
    addressDenied: 'The calendar does not accept this network.',
    rateLimited: 'The calendar is busy. Trying again.',
    quotaSpent: 'This month’s calendar calls are used up.',
    shareSpent: 'This panel’s calendar calls for the month are used up. Tap to update.',
    roomUnknown: 'The calendar does not know this room.',
    roomUnreadable: 'The calendar can’t read this room right now.',
    botMissing: 'Booking is not set up for this panel.',
    calendarDenied: 'The panel can’t use its booking calendar.',
    platformFault: 'The calendar service has a problem.',
    secretUnavailable: 'The panel can’t read its credentials.',
    ticketMissing: 'The calendar does not let this panel in yet.',
    unexpected: 'The calendar sent an unexpected answer.',
  },
  refusal: {
    meetingOver: 'It has already ended.',
    seriesUnknown: 'It may be part of a series. Please end it in the calendar.',
  },
  unknown: {
    starting: 'Reading the calendar…',
    stale: 'The calendar data is out of date.',
  },
  lastKnownInUse: (readAt, until) => `As of ${readAt}: booked until ${until}`,
  lastKnownFree: (readAt) => `As of ${readAt}: no booking for now`,
  checkCalendar: 'Please check your calendar',

  connection: { stale: 'Not up to date', offline: 'No connection' },
  dataFrom: (age) => `updated ${age} ago`,
  noData: 'no data yet',

  outOfService: 'This room is unavailable.',
  backAt: (time) => `until ${time}`,

  reserve,
  setUp,
  admin,
}
