import type { SupportWords } from '../support-words.ts'

export const support: SupportWords = {
  headline: '회의실 상태를 표시할 수 없습니다',
  advice: '자동으로 다시 시도합니다. 예약은 캘린더에서 확인해 주세요.',
}
