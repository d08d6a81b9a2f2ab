import { plural } from '../message.ts'
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
  atTheDoor: 'Réservée à la porte',
  notBooked: 'Aucune réservation n’a été faite.',
  failure: {
    declined: 'Quelqu’un a été plus rapide, ou la salle n’est pas réservable pour le moment.',
    unanswered: 'La salle n’a pas répondu à temps.',
    interrupted: 'La réservation a été interrompue. Veuillez réessayer.',
    taken: 'La salle vient d’être prise.',
    notStored: 'La réservation n’a pas pu être enregistrée. Veuillez prévenir le service informatique.',
    wrongPin: 'Le code PIN est incorrect ou a été essayé trop souvent.',
  },
  maybeBooked: 'Réservation pas encore confirmée.',
  maybeBookedAdvice: 'Vérification en cours. Veuillez consulter l’agenda avant de rester.',
  find: {
    find: 'Trouver une salle',
    looking: 'Recherche de salles libres…',
    rooms: 'Salles libres à proximité',
    none: 'Aucune salle proche n’est libre pendant une demi-heure.',
    sameFloor: 'même étage',
    floorsUp: plural('fr-FR', { one: '# étage plus haut', other: '# étages plus haut' }),
    floorsDown: plural('fr-FR', { one: '# étage plus bas', other: '# étages plus bas' }),
    booked: (room, time) => `${room} est réservée jusqu’à ${time}.`,
    bookedAdvice: 'Confirmez votre présence à l’entrée de cette salle.',
  },
}
