import type { SupportWords } from '../support-words.ts'

export const support: SupportWords = {
  headline: 'Raumstatus nicht verfügbar',
  advice: 'Die Anzeige versucht es selbst wieder. Bitte im Kalender nachsehen.',
}
