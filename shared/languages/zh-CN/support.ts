import type { SupportWords } from '../support-words.ts'

export const support: SupportWords = {
  headline: '暂时无法显示会议室状态',
  advice: '系统会自动重试。请以日历为准。',
}
