import type { SupportWords } from '../support-words.ts'

export const support: SupportWords = {
  headline: 'État de la salle indisponible',
  advice: 'Nouvel essai automatique. Veuillez consulter l’agenda.',
}
