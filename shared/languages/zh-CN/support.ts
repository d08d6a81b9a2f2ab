import type { SupportWords } from '../support-words.ts'

export const support: SupportWords = {
  headline: '门牌暂时无法显示',
  advice: '会自动重试。会议室预订情况请查看飞书日历。',
}
