import type { AdminWords } from '../admin-words.ts'
import { plural } from '../message.ts'

export const admin: AdminWords = {
  open: 'For administrators',
  back: 'Back to the door',

  enterPin: 'Administrator’s PIN',
  looking: 'One moment…',
  checking: 'Checking…',
  wrongPin: 'That was not the PIN.',
  tooManyTries: 'Too many wrong PINs.',
  triesAgainIn: (time) => `The next try is possible in ${time}.`,
  noPin: {
    pinMissing: 'This panel has no PIN. IT sets one with room-panel provision.',
    pinUnreadable: 'The PIN of this panel can’t be read. IT sets it anew with room-panel provision.',
    keyringLocked: 'The keyring is locked, so no PIN can be checked.',
    keyringUnavailable: 'The keyring does not answer, so no PIN can be checked.',
    triesNotKept: 'The disk can’t count the tries, so no PIN is taken.',
  },
  pinOk: 'OK',
  deleteDigit: 'Delete',

  title: 'Bookings today',
  noBookings: 'Nothing is booked today.',
  over: 'over',
  verdict: {
    accept: {
      action: 'Accept',
      question: 'Let this booking stand?',
      confirm: 'Accept it',
      underWay: 'Accepting…',
      done: 'Accepted. The booking stands; that is no check-in.',
      refused: 'It was not accepted.',
      uncertain: 'We can’t tell whether it was accepted.',
    },
    decline: {
      action: 'Decline',
      question: 'Take this booking out of the room?',
      confirm: 'Decline it',
      underWay: 'Declining…',
      done: 'Declined. The booking is no longer in this room.',
      refused: 'It was not declined.',
      uncertain: 'We can’t tell yet whether it was declined.',
    },
  },
  cancel: 'Leave it',
  refusal: {
    bookingGone: 'It is over, or no longer in this room.',
    notAudited: 'The panel could not note it in its audit file, so nothing was sent.',
    seriesUnknown: 'It may be one of a series, and the others must stay.',
  },
  uncertainAdvice: 'The panel won’t ask the calendar twice.',

  diagnose: 'Look for faults',
  diagnosing: 'Looking at everything the panel needs…',
  lastAnswers: 'Last answers of the calendar',
  noAnswers: 'None yet.',
  diagnosisFailed:
    'The look for faults broke off, which is a fault of the panel: see its log. It can be tried again.',

  rooms: {
    action: 'Set another room',
    reading: 'Reading the list of rooms…',
    none: 'The panel’s app may see no room.',
    notRead: 'The list of rooms can’t be read.',
    needsScope: (scopes) => `The app lacks a scope for it; IT adds it in the developer console: ${scopes}.`,
    notSetUp: 'This panel is not set up yet. IT sets its room with room-panel provision.',
    now: (room) => `Now: ${room}`,
    up: 'One level up',
    previous: 'Previous',
    next: 'Next',
    count: plural('en-US', { one: '# room', other: '# rooms' }),
    thisRoom: 'shown at this door',
    question: 'Show another room at this door?',
    confirm: 'Set it',
    setting: (room) => `Trying ${room} before anything is changed…`,
    done: (room) => `Done. This door shows ${room} now.`,
    stored: (room) => `Stored. This door will show ${room} within a minute.`,
    refused: 'Nothing was changed.',
    refusal: {
      notWritable: 'The panel may not write its configuration. IT writes the room into the file:',
      notAudited: 'The panel could not note it in its audit file.',
    },
    faultyFile: 'The configuration file has a fault, which IT has to mend first.',
  },

  leaveKiosk: 'Leave the kiosk',
  leaveQuestion: 'End the panel on this tablet?',
  leave: 'End it',
}
