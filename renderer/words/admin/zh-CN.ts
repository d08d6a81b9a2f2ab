import type { AdminWords } from './words.ts'

export const adminZhCN: AdminWords = {
  open: '管理员入口',
  back: '返回门牌',

  enterPin: '管理员 PIN 码',
  looking: '请稍候…',
  checking: '正在核对…',
  wrongPin: 'PIN 码不正确。',
  tooManyTries: '输错次数过多。',
  triesAgainIn: (time) => `${time}后可以再试。`,
  noPin: {
    pinMissing: '此门牌未设置 PIN 码。请 IT 用 room-panel provision 设置。',
    pinUnreadable: '无法读取此门牌的 PIN 码。请 IT 用 room-panel provision 重新设置。',
    keyringLocked: '系统密钥库已锁定，无法核对 PIN 码。',
    keyringUnavailable: '系统密钥库没有响应，无法核对 PIN 码。',
    triesNotKept: '磁盘无法记录尝试次数，因此不接受 PIN 码。',
  },
  pinOk: '确定',
  deleteDigit: '删除',

  title: '今天的预订',
  noBookings: '今天没有预订。',
  over: '已结束',
  verdict: {
    accept: {
      action: '接受',
      question: '保留此预订？',
      confirm: '接受预订',
      underWay: '正在接受…',
      done: '已接受。预订保留；这不等于签到。',
      refused: '预订未被接受。',
      uncertain: '不能确定预订是否已被接受。',
    },
    decline: {
      action: '拒绝',
      question: '将此预订移出会议室？',
      confirm: '拒绝预订',
      underWay: '正在拒绝…',
      done: '已拒绝。此预订已不在会议室中。',
      refused: '预订未被拒绝。',
      uncertain: '尚不能确定预订是否已被拒绝。',
    },
  },
  cancel: '不作更改',
  refusal: {
    bookingGone: '该预订已结束，或已不在此会议室。',
    notAudited: '门牌无法写入审计记录，因此没有发送。',
    seriesUnknown: '它可能属于重复会议，其他场次必须保留。',
  },
  uncertainAdvice: '门牌不会重复操作。',

  diagnose: '检查故障',
  diagnosing: '正在检查门牌所需的一切…',
  lastAnswers: '日历最近的答复',
  noAnswers: '暂无。',

  leaveKiosk: '退出门牌程序',
  leaveQuestion: '结束此平板上的门牌程序？',
  leave: '结束',
}
