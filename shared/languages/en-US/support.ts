import type { SupportWords } from '../support-words.ts'

export const support: SupportWords = {
  headline: 'Room status unavailable',
  advice: 'The panel retries by itself. Please check the calendar.',
}
