import type { AdminWords } from './words.ts'

export const adminEnUS: AdminWords = {
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

  leaveKiosk: 'Leave the kiosk',
  leaveQuestion: 'End the panel on this tablet?',
  leave: 'End it',
}
