import { plural } from '../message.ts'
import type { ReserveWords } from '../reserve-words.ts'

export const reserve: ReserveWords = {
  book: 'Jetzt buchen',
  startEarly: 'Früher beginnen',
  takeBack: 'Ich bin da',
  bookGap: (time) => `Ab ${time} buchen`,
  howLong: 'Wie lange?',
  cancel: 'Abbrechen',
  later: 'Später',
  reserving: 'Raum wird gebucht …',
  booked: (time) => `Gebucht bis ${time}.`,
  bookedLater: (from, until) => `Gebucht von ${from} bis ${until}.`,
  bookedLaterAdvice: 'Bitte checken Sie dann hier ein.',
  atTheDoor: 'An der Tür gebucht',
  notBooked: 'Es wurde nichts gebucht.',
  failure: {
    declined: 'Jemand war schneller, oder der Raum ist gerade nicht buchbar.',
    unanswered: 'Der Raum hat nicht rechtzeitig geantwortet.',
    interrupted: 'Die Buchung wurde unterbrochen. Bitte noch einmal buchen.',
    taken: 'Der Raum wurde soeben vergeben.',
    notStored: 'Die Buchung konnte nicht gespeichert werden. Bitte die IT informieren.',
    wrongPin: 'Die PIN ist falsch oder wurde zu oft versucht.',
  },
  maybeBooked: 'Noch nicht bestätigt, ob der Raum gebucht ist.',
  maybeBookedAdvice: 'Wird weiter geprüft. Bitte vor der Nutzung im Kalender nachsehen.',
  find: {
    find: 'Raum finden',
    looking: 'Freie Räume werden gesucht…',
    rooms: 'Freie Räume in der Nähe',
    none: 'Kein Raum in der Nähe ist eine halbe Stunde frei.',
    sameFloor: 'gleiche Etage',
    floorsUp: plural('de-DE', { one: '# Etage höher', other: '# Etagen höher' }),
    floorsDown: plural('de-DE', { one: '# Etage tiefer', other: '# Etagen tiefer' }),
    booked: (room, time) => `${room} ist bis ${time} gebucht.`,
    bookedAdvice: 'Bitte checken Sie dort an der Tür ein.',
  },
}
