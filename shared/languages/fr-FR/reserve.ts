import type { ReserveWords } from '../reserve-words.ts'

export const reserve: ReserveWords = {
  book: 'Réserver',
  startEarly: 'Commencer plus tôt',
  takeBack: 'Reprendre la salle',
  bookGap: (time) => `Réserver à partir de ${time}`,
  howLong: 'Pour combien de temps\u00A0?',
  cancel: 'Annuler',
  later: 'Plus tard',
  reserving: 'Réservation de la salle…',
  booked: (time) => `Réservée jusqu’à ${time}.`,
  bookedLater: (from, until) => `Réservée de ${from} à ${until}.`,
  bookedLaterAdvice: 'Le moment venu, confirmez ici votre présence.',
  notBooked: 'Aucune réservation n’a été faite.',
  failure: {
    declined: 'Quelqu’un a été plus rapide, ou la salle n’est pas réservable pour le moment.',
    unanswered: 'La salle n’a pas répondu à temps.',
    interrupted: 'La réservation a été interrompue. Veuillez réessayer.',
    taken: 'La salle vient d’être prise.',
    notStored: 'La réservation n’a pas pu être enregistrée. Veuillez prévenir le service informatique.',
  },
  maybeBooked: 'Réservation pas encore confirmée.',
  maybeBookedAdvice: 'Vérification en cours. Veuillez consulter l’agenda avant de rester.',
}
