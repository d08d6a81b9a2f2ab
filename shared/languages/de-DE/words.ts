import { plural } from '../message.ts'
import type { Words } from '../words.ts'
import { admin } from './admin.ts'
import { reserve } from './reserve.ts'
import { setUp } from './set-up.ts'

export const words: Words = {
  name: 'Deutsch',
  direction: 'ltr',
  writing: { weekday: 'short', beforeUnit: ' ', betweenUnits: ' ' },

  headline: {
    free: 'Frei',
    checkInOpen: 'Gebucht',
    awaitingCheckIn: 'Gebucht',
    inUse: 'Belegt',
    reserving: 'Wird gebucht …',
    unknown: 'Unklar',
    outOfService: 'Gesperrt',
    notSetUp: 'Nicht eingerichtet',
  },
  languages: 'Sprachen',
  wake: 'Tippen, um den Bildschirm einzuschalten',
  seats: plural('de-DE', { one: '# Platz', other: '# Plätze' }),
  equipment: {
    display: 'Bildschirm',
    projector: 'Beamer',
    video: 'Videokonferenz',
    phone: 'Telefon',
    whiteboard: 'Whiteboard',
  },
  starting: 'Startet …',

  privateBooking: 'Privat',
  booked: 'Gebucht',

  freeFor: (duration) => `noch ${duration}`,
  freeAllDay: 'für den Rest des Tages',
  timeLeft: (duration) => `noch ${duration}`,
  until: (time) => `bis ${time}`,
  startsAt: (time) => `ab ${time}`,
  startsIn: (duration) => `in ${duration}`,
  startedAt: (time) => `seit ${time}`,
  next: 'Danach',
  nothingNext: 'Heute keine weiteren Buchungen',
  today: 'Heute',
  tomorrow: 'Morgen',

  checkIn: 'Einchecken',
  checkingIn: 'Wird eingecheckt …',
  checkedIn: 'Sie sind eingecheckt',
  notCheckedIn: 'Einchecken fehlgeschlagen.',
  checkInRefusal: {
    bookingGone: 'Diese Buchung ist beendet oder nicht mehr in diesem Raum.',
    tooLate: 'Zu spät: Der Raum wurde freigegeben.',
    releaseUnsure:
      'Der Raum wurde vielleicht gerade freigegeben. Bitte in einer Minute noch einmal nachsehen.',
    elsewhere: 'Bitte an der anderen Tür dieses Raums einchecken.',
    notStored:
      'Das Einchecken konnte nicht gespeichert werden. Der Raum bleibt vorerst für Sie reserviert. Bitte die IT informieren.',
  },

  givenBackIn: (time) => `Freigabe in ${time}`,
  givingBack: 'Raum wird freigegeben …',
  givenBack: 'Niemand hat eingecheckt, der Raum wurde freigegeben.',
  freeUntil: (time) => `Frei bis ${time}.`,
  maybeGivenBack: 'Noch nicht bestätigt: Der Raum wurde vielleicht freigegeben.',
  maybeGivenBackAdvice: 'Niemand hat eingecheckt. Wird weiter geprüft.',

  endMeeting: 'Beenden',
  endQuestion: 'Besprechung beenden und Raum freigeben?',
  confirm: 'Beenden',
  cancel: 'Weiter nutzen',
  cancelsIn: (seconds) => `Schließt in ${seconds}`,
  ending: 'Wird beendet …',

  ended: 'Die Besprechung ist beendet.',
  notEnded: 'Die Besprechung wurde nicht beendet.',
  maybeEnded: 'Das Ende ist noch nicht bestätigt.',
  maybeEndedAdvice: 'Es wird weiter geprüft, bitte nicht noch einmal tippen.',
  panelFailed: 'Das hat nicht funktioniert.',
  panelFailedAdvice: 'Bitte noch einmal tippen.',
  keepingNothing: 'Check-ins können gerade nicht gespeichert werden.',
  keepingNothingAdvice: 'Der Raum wird nicht freigegeben. Bitte die IT informieren.',

  problem: {
    unreachable: 'Der Kalender ist nicht erreichbar.',
    credentialsRejected: 'Der Kalender akzeptiert die Zugangsdaten nicht.',
    appDisabled: 'Die App ist im Kalender deaktiviert.',
    scopeMissing: 'Im Kalender fehlt die Berechtigung dafür.',
    addressDenied: 'Der Kalender akzeptiert dieses Netzwerk nicht.',
    rateLimited: 'Der Kalender ist ausgelastet. Neuer Versuch läuft.',
    quotaSpent: 'Die Kalenderabrufe dieses Monats sind aufgebraucht.',
    shareSpent:
      'Die Kalenderabrufe dieser Anzeige sind für den Monat aufgebraucht. Zum Aktualisieren tippen.',
    roomUnknown: 'Der Kalender kennt diesen Raum nicht.',
    roomUnreadable: 'Der Kalender kann diesen Raum gerade nicht lesen.',
    botMissing: 'Buchen ist an dieser Anzeige nicht eingerichtet.',
    calendarDenied: 'Die Anzeige kann ihren Buchungskalender nicht nutzen.',
    platformFault: 'Der Kalenderdienst ist gestört.',
    secretUnavailable: 'Die Zugangsdaten können nicht gelesen werden.',
    ticketMissing: 'Der Kalender lässt dieses Türschild noch nicht zu.',
    unexpected: 'Unerwartete Antwort des Kalenders.',
  },
  refusal: {
    meetingOver: 'Sie ist bereits beendet.',
    seriesUnknown: 'Sie gehört vielleicht zu einer Serie. Bitte im Kalender beenden.',
  },
  unknown: {
    starting: 'Kalender wird gelesen …',
    stale: 'Die Kalenderdaten sind veraltet.',
  },
  lastKnownInUse: (readAt, until) => `Stand ${readAt}: gebucht bis ${until}`,
  lastKnownFree: (readAt) => `Stand ${readAt}: keine laufende Buchung`,
  checkCalendar: 'Bitte im Kalender nachsehen',

  connection: { stale: 'Nicht aktuell', offline: 'Keine Verbindung' },
  dataFrom: (age) => `Stand vor ${age}`,
  noData: 'noch keine Daten',

  outOfService: 'Dieser Raum ist nicht verfügbar.',
  backAt: (time) => `bis ${time}`,

  reserve,
  setUp,
  admin,
}
