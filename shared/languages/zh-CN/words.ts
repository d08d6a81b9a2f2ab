import { plural } from '../message.ts'
import type { Words } from '../words.ts'
import { admin } from './admin.ts'
import { reserve } from './reserve.ts'
import { setUp } from './set-up.ts'

export const words: Words = {
  name: '简体中文',
  direction: 'ltr',
  writing: { weekday: 'short', beforeUnit: ' ', betweenUnits: ' ' },

  headline: {
    free: '空闲',
    checkInOpen: '已预订',
    awaitingCheckIn: '已预订',
    inUse: '使用中',
    reserving: '预订中',
    unknown: '状态未知',
    outOfService: '暂停使用',
    notSetUp: '尚未设置',
  },
  languages: '语言',
  wake: '轻触唤醒屏幕',
  seats: plural('zh-CN', { other: '可容纳 # 人' }),
  equipment: {
    display: '显示屏',
    projector: '投影仪',
    video: '视频会议',
    phone: '电话',
    whiteboard: '白板',
  },
  starting: '正在启动…',

  privateBooking: '私密日程',
  booked: '已预订',

  freeFor: (duration) => `还可使用 ${duration}`,
  freeAllDay: '今天剩余时间均空闲',
  timeLeft: (duration) => `剩余 ${duration}`,
  until: (time) => `至 ${time}`,
  startsAt: (time) => `${time} 开始`,
  startsIn: (duration) => `${duration}后`,
  startedAt: (time) => `${time} 已开始`,
  next: '下一场',
  nothingNext: '今天后续没有预订',
  today: '今天',
  tomorrow: '明天',

  checkIn: '签到',
  checkingIn: '正在签到…',
  checkedIn: '签到成功',
  notCheckedIn: '签到失败。',
  checkInRefusal: {
    bookingGone: '该预订已结束，或已不在此会议室。',
    tooLate: '签到超时，会议室已释放。',
    releaseUnsure: '会议室可能刚刚释放，请一分钟后再查看。',
    elsewhere: '请在本会议室的另一个门口签到。',
    notStored: '签到未能保存。会议室暂为您保留，请联系 IT。',
  },

  givenBackIn: (time) => `${time}后自动释放`,
  givingBack: '正在释放会议室…',
  givenBack: '无人签到，会议室已释放。',
  freeUntil: (time) => `${time} 前可用。`,
  maybeGivenBack: '暂时无法确认会议室是否已释放。',
  maybeGivenBackAdvice: '无人签到，正在继续确认。',

  endMeeting: '提前结束',
  endQuestion: '结束会议并释放会议室？',
  confirm: '结束会议',
  cancel: '继续使用',
  cancelsIn: (seconds) => `${seconds}后自动返回`,
  ending: '正在结束…',

  ended: '会议已结束。',
  notEnded: '会议未能结束。',
  maybeEnded: '暂时无法确认会议是否已结束。',
  maybeEndedAdvice: '正在继续确认，无需再次点击。',
  panelFailed: '操作未完成。',
  panelFailedAdvice: '请再点一次。',
  keepingNothing: '门牌暂时无法保存签到。',
  keepingNothingAdvice: '会议室不会自动释放，请联系 IT。',

  problem: {
    unreachable: '无法连接日历。',
    credentialsRejected: '日历服务拒绝了门牌的凭证。',
    appDisabled: '门牌使用的应用已停用。',
    scopeMissing: '门牌没有日历的这项权限。',
    addressDenied: '日历服务拒绝此网络的访问。',
    rateLimited: '日历服务繁忙，稍后自动重试。',
    quotaSpent: '本月的日历调用次数已用完。',
    shareSpent: '此门牌本月的调用次数已用完，轻触屏幕可更新。',
    roomUnknown: '日历中找不到此会议室。',
    roomUnreadable: '暂时无法读取此会议室的日程。',
    botMissing: '此门牌尚未开通预订。',
    calendarDenied: '门牌无法使用其预订日历。',
    platformFault: '日历服务异常。',
    secretUnavailable: '门牌无法读取凭证。',
    ticketMissing: '日历服务暂未放行门牌。',
    unexpected: '日历返回了无法识别的数据。',
  },
  refusal: {
    meetingOver: '会议已结束。',
    seriesUnknown: '该日程可能属于重复日程，请在日历中操作。',
  },
  unknown: {
    starting: '正在读取日历…',
    stale: '日历已有较长时间未更新。',
  },
  lastKnownInUse: (readAt, until) => `截至 ${readAt}：已预订至 ${until}`,
  lastKnownFree: (readAt) => `截至 ${readAt}：当前无预订`,
  checkCalendar: '请以日历为准',

  connection: { stale: '数据未更新', offline: '连接中断' },
  dataFrom: (age) => `更新于 ${age}前`,
  noData: '尚无数据',

  outOfService: '此会议室暂不可用。',
  backAt: (time) => `至 ${time}`,

  reserve,
  setUp,
  admin,
}
