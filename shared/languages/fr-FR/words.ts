import { plural } from '../message.ts'
import type { Words } from '../words.ts'
import { admin } from './admin.ts'
import { reserve } from './reserve.ts'
import { setUp } from './set-up.ts'

export const words: Words = {
  name: 'Français',
  direction: 'ltr',
  writing: { weekday: 'short', beforeUnit: ' ', betweenUnits: ' ' },

  headline: {
    free: 'Libre',
    checkInOpen: 'Réservée',
    awaitingCheckIn: 'Réservée',
    inUse: 'Occupée',
    reserving: 'Réservation…',
    unknown: 'Inconnu',
    outOfService: 'Hors service',
    notSetUp: 'Non configuré',
  },
  languages: 'Langues',
  wake: 'Toucher pour allumer l’écran',
  seats: plural('fr-FR', { one: '# place', other: '# places' }),
  equipment: {
    display: 'Écran',
    projector: 'Projecteur',
    video: 'Visioconférence',
    phone: 'Téléphone',
    whiteboard: 'Tableau blanc',
  },
  starting: 'Démarrage…',

  privateBooking: 'Privé',
  booked: 'Réservée',

  freeFor: (duration) => `encore ${duration}`,
  freeAllDay: 'jusqu’à la fin de la journée',
  timeLeft: (duration) => `encore ${duration}`,
  until: (time) => `jusqu’à ${time}`,
  startsAt: (time) => `début à ${time}`,
  startsIn: (duration) => `dans ${duration}`,
  startedAt: (time) => `depuis ${time}`,
  next: 'Ensuite',
  nothingNext: 'Plus de réservation aujourd’hui',
  today: 'Aujourd’hui',
  tomorrow: 'Demain',

  checkIn: 'Je suis là',
  checkingIn: 'Confirmation…',
  checkedIn: 'Présence confirmée',
  notCheckedIn: 'Échec de la confirmation.',
  checkInRefusal: {
    bookingGone: 'Cette réservation est terminée ou n’est plus dans cette salle.',
    tooLate: 'Trop tard\u00A0: la salle a été libérée.',
    releaseUnsure: 'La salle vient peut-être d’être libérée. Veuillez vérifier dans une minute.',
    elsewhere: 'Veuillez confirmer à l’autre porte de la salle.',
    notStored:
      'Votre présence n’a pas pu être enregistrée. La salle vous reste réservée pour l’instant. Veuillez prévenir le service informatique.',
  },

  givenBackIn: (time) => `libérée dans ${time}`,
  givingBack: 'Libération de la salle…',
  givenBack: 'Aucune présence confirmée, la salle a été libérée.',
  freeUntil: (time) => `Libre jusqu’à ${time}.`,
  maybeGivenBack: 'À confirmer\u00A0: la salle a peut-être été libérée.',
  maybeGivenBackAdvice: 'Aucune présence confirmée. Vérification en cours.',

  endMeeting: 'Terminer',
  endQuestion: 'Terminer la réunion et libérer la salle\u00A0?',
  confirm: 'Terminer',
  cancel: 'Continuer',
  cancelsIn: (seconds) => `Se ferme dans ${seconds}`,
  ending: 'Fin en cours…',

  ended: 'La réunion est terminée.',
  notEnded: 'La réunion n’a pas été terminée.',
  maybeEnded: 'La fin de la réunion n’est pas encore confirmée.',
  maybeEndedAdvice: 'Vérification en cours. Inutile de toucher à nouveau.',
  panelFailed: 'Cela n’a pas fonctionné.',
  panelFailedAdvice: 'Veuillez réessayer.',
  keepingNothing: 'Présences non enregistrées actuellement.',
  keepingNothingAdvice: 'La salle ne sera pas libérée. Veuillez prévenir le service informatique.',

  problem: {
    unreachable: 'L’agenda est injoignable.',
    credentialsRejected: 'L’agenda refuse les identifiants de cet écran.',
    appDisabled: 'L’application est désactivée dans l’agenda.',
    scopeMissing: 'L’autorisation nécessaire manque dans l’agenda.',
    addressDenied: 'L’agenda refuse ce réseau.',
    rateLimited: 'L’agenda est très sollicité. Nouvel essai en cours.',
    quotaSpent: 'Les appels mensuels à l’agenda sont épuisés.',
    shareSpent: 'Les appels mensuels de cet écran sont épuisés. Toucher pour actualiser.',
    roomUnknown: 'L’agenda ne connaît pas cette salle.',
    roomUnreadable: 'L’agenda ne peut pas lire cette salle actuellement.',
    botMissing: 'La réservation n’est pas configurée sur cet écran.',
    calendarDenied: 'Cet écran ne peut pas utiliser son agenda de réservation.',
    platformFault: 'Le service d’agenda est en panne.',
    secretUnavailable: 'Les identifiants de cet écran sont illisibles.',
    ticketMissing: 'L’agenda n’a pas encore admis cet écran.',
    unexpected: 'Réponse inattendue de l’agenda.',
  },
  refusal: {
    meetingOver: 'Elle est déjà terminée.',
    seriesUnknown: 'Elle fait peut-être partie d’une série. Veuillez la terminer dans l’agenda.',
  },
  unknown: {
    starting: 'Lecture de l’agenda…',
    stale: 'Les données de l’agenda ne sont plus à jour.',
  },
  lastKnownInUse: (readAt, until) => `À ${readAt}\u00A0: réservée jusqu’à ${until}`,
  lastKnownFree: (readAt) => `À ${readAt}\u00A0: aucune réservation`,
  checkCalendar: 'Veuillez consulter l’agenda',

  connection: { stale: 'Pas à jour', offline: 'Hors connexion' },
  dataFrom: (age) => `mis à jour il y a ${age}`,
  noData: 'pas encore de données',

  outOfService: 'Cette salle est indisponible.',
  backAt: (time) => `jusqu’à ${time}`,

  reserve,
  setUp,
  admin,
}
