import type { SupportWords } from '../support-words.ts'

export const support: SupportWords = {
  headline: 'ただいま会議室の状況を表示できません',
  advice: '自動的に再試行します。予約はカレンダーで確認できます。',
}
