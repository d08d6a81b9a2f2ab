import { plural } from '../message.ts'
import type { Words } from '../words.ts'
import { admin } from './admin.ts'
import { setUp } from './set-up.ts'

export const words: Words = {
  name: '中文',
  direction: 'ltr',

  headline: {
    free: '空闲',
    checkInOpen: '已预订',
    awaitingCheckIn: '已预订',
    inUse: '使用中',
    unknown: '状态未知',
    outOfService: '暂停使用',
    notSetUp: '尚未设置',
  },
  wake: '轻触以唤醒屏幕',
  seats: plural('zh-CN', { other: '# 人' }),

  privateBooking: '私密日程',
  booked: '已预订',

  freeFor: (duration) => `可用 ${duration}`,
  freeAllDay: '今天余下时间均可用',
  timeLeft: (duration) => `剩余 ${duration}`,
  until: (time) => `至 ${time}`,
  startsAt: (time) => `${time} 开始`,
  startsIn: (duration) => `${duration}后`,
  startedAt: (time) => `${time} 已开始`,
  next: '接下来',
  nothingNext: '今天没有其他预订',
  today: '今天',
  tomorrow: '明天',

  checkIn: '签到',
  checkingIn: '正在签到…',
  checkedIn: '签到成功',
  notCheckedIn: '签到未成功。',
  checkInRefusal: {
    bookingGone: '该预订已结束，或已不在此会议室。',
    tooLate: '会议室此前已在释放。',
    releaseUnsure: '尚不能确定会议室是否刚被释放，请一分钟后再看。',
    elsewhere: '请在本会议室的另一扇门签到。',
    notStored: '门牌未能保存签到。会议室暂时为您保留，请告知 IT。',
  },

  givenBackIn: (time) => `${time}后释放`,
  givingBack: '正在释放会议室…',
  givenBack: '无人签到，会议室已释放。',
  freeUntil: (time) => `${time} 前空闲。`,
  maybeGivenBack: '尚不能确定会议室是否已释放。',
  maybeGivenBackAdvice: '此前无人签到。门牌不会重复操作。',

  endMeeting: '提前结束',
  endQuestion: '结束会议并释放会议室？',
  confirm: '结束会议',
  cancel: '继续会议',
  cancelsIn: (seconds) => `${seconds}后自动取消`,
  ending: '正在结束…',

  ended: '会议已结束。',
  notEnded: '会议未被结束。',
  maybeEnded: '尚不能确定会议是否已结束。',
  maybeEndedAdvice: '门牌会继续查看，不会重复操作。',
  panelFailed: '门牌未能完成操作。',
  panelFailedAdvice: '请再点一次。',
  keepingNothing: '门牌暂时无法保存签到。',
  keepingNothingAdvice: '会议室不会被释放。请告知 IT。',

  problem: {
    unreachable: '无法连接日历。',
    credentialsRejected: '日历不接受此门牌的凭证。',
    appDisabled: '门牌的应用在日历中已停用。',
    scopeMissing: '门牌在日历中没有这项权限。',
    addressDenied: '日历不接受此网络的访问。',
    rateLimited: '日历正忙。',
    quotaSpent: '本月的日历调用次数已用完。',
    shareSpent: '此门牌本月的调用次数已用完，触摸屏幕即可读取。',
    roomUnknown: '日历中找不到此会议室。',
    roomUnreadable: '日历目前无法读取此会议室。',
    platformFault: '日历出现故障。',
    secretUnavailable: '门牌无法取得自己的凭证。',
    unexpected: '日历的答复无法识别。',
  },
  refusal: {
    meetingOver: '会议此前已经结束。',
    seriesUnknown: '它可能属于重复会议，其他场次必须保留。',
  },
  unknown: {
    starting: '正在读取日历…',
    stale: '日历已有较长时间未更新。',
  },
  lastKnownInUse: (readAt, until) => `${readAt} 读取时：已预订至 ${until}`,
  lastKnownFree: (readAt) => `${readAt} 读取时：此刻没有预订`,
  checkCalendar: '请以日历为准',

  connection: { stale: '数据未更新', offline: '连接中断' },
  dataFrom: (ago) => `${ago}读取`,
  noData: '尚无数据',

  outOfService: '此会议室目前不能使用。',
  backAt: (time) => `至 ${time}`,

  setUp,
  admin,
}
