import type { SupportWords } from '../support-words.ts'

export const support: SupportWords = {
  headline: '暫時無法顯示會議室狀態',
  advice: '系統會自動重試。請以行事曆為準。',
}
