import { plural } from '../message.ts'
import type { ReserveWords } from '../reserve-words.ts'

export const reserve: ReserveWords = {
  book: '立即预订',
  startEarly: '提前开始',
  takeBack: '我已到场',
  bookGap: (time) => `从 ${time} 起预订`,
  howLong: '预订多久？',
  cancel: '取消',
  later: '稍后时段',
  reserving: '正在预订会议室…',
  booked: (time) => `已预订至 ${time}。`,
  bookedLater: (from, until) => `已预订 ${from}–${until}。`,
  bookedLaterAdvice: '届时请在此签到。',
  atTheDoor: '门口预订',
  notBooked: '未能预订。',
  failure: {
    declined: '会议室已被他人预订，或暂时无法预订。',
    unanswered: '会议室未及时响应。',
    interrupted: '预订中断，请重新预订。',
    taken: '会议室刚刚被占用。',
    notStored: '门牌无法保存预订，请联系 IT。',
    wrongPin: 'PIN 不正确，或尝试次数过多。',
  },
  maybeBooked: '暂时无法确认会议室是否已预订。',
  maybeBookedAdvice: '正在继续确认，使用前请以日历为准。',
  find: {
    find: '查找会议室',
    looking: '正在查找空闲会议室…',
    rooms: '附近的空闲会议室',
    none: '附近没有空闲半小时以上的会议室。',
    sameFloor: '同一楼层',
    floorsUp: plural('zh-CN', { other: '上 # 层' }),
    floorsDown: plural('zh-CN', { other: '下 # 层' }),
    booked: (room, time) => `已预订 ${room} 至 ${time}。`,
    bookedAdvice: '请到该会议室门口签到。',
  },
}
