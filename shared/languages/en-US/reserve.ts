import { plural } from '../message.ts'
import type { ReserveWords } from '../reserve-words.ts'

export const reserve: ReserveWords = {
  book: 'Book now',
  startEarly: 'Start early',
  takeBack: 'I’m here',
  bookGap: (time) => `Book from ${time}`,
  howLong: 'For how long?',
  cancel: 'Cancel',
  later: 'Later',
  reserving: 'Booking the room…',
  booked: (time) => `Booked until ${time}.`,
  bookedLater: (from, until) => `Booked from ${from} to ${until}.`,
  bookedLaterAdvice: 'Please check in here then.',
  atTheDoor: 'Booked at the door',
  notBooked: 'Nothing was booked.',
  failure: {
    declined: 'Someone else was faster, or the room can’t be booked right now.',
    unanswered: 'The room did not answer in time.',
    interrupted: 'The panel was interrupted. Please book again.',
    taken: 'The room has just been taken.',
    notStored: 'Your booking could not be saved. Please tell IT.',
    wrongPin: 'The PIN is wrong, or it was tried too often.',
  },
  maybeBooked: 'Not confirmed yet whether the room was booked.',
  maybeBookedAdvice: 'Still checking. Please check your calendar before you stay.',
  find: {
    find: 'Find a room',
    looking: 'Looking for free rooms…',
    rooms: 'Free rooms nearby',
    none: 'No room nearby is free for half an hour.',
    sameFloor: 'same floor',
    floorsUp: plural('en-US', { one: '# floor up', other: '# floors up' }),
    floorsDown: plural('en-US', { one: '# floor down', other: '# floors down' }),
    booked: (room, time) => `${room} is booked until ${time}.`,
    bookedAdvice: 'Please check in at its door.',
  },
}
