import { plural } from '../message.ts'
import type { ReserveWords } from '../reserve-words.ts'

export const reserve: ReserveWords = {
  book: '立即預約',
  startEarly: '提前開始',
  takeBack: '我已到場',
  bookGap: (time) => `從 ${time} 起預約`,
  howLong: '預約多久？',
  cancel: '取消',
  later: '稍後時段',
  reserving: '正在預約會議室…',
  booked: (time) => `已預約至 ${time}。`,
  bookedLater: (from, until) => `已預約 ${from}–${until}。`,
  bookedLaterAdvice: '屆時請在此報到。',
  atTheDoor: '門口預約',
  notBooked: '未能預約。',
  failure: {
    declined: '會議室已被他人預約，或暫時無法預約。',
    unanswered: '會議室未及時回應。',
    interrupted: '預約中斷，請重新預約。',
    taken: '會議室剛剛被佔用。',
    notStored: '面板無法儲存預約，請通知 IT 人員。',
    wrongPin: 'PIN 碼不正確，或嘗試次數過多。',
  },
  maybeBooked: '暫時無法確認會議室是否已預約。',
  maybeBookedAdvice: '正在持續確認，使用前請以行事曆為準。',
  find: {
    find: '尋找會議室',
    looking: '正在尋找空閒的會議室…',
    rooms: '附近的空閒會議室',
    none: '附近沒有空閒半小時以上的會議室。',
    sameFloor: '同一樓層',
    floorsUp: plural('zh-TW', { other: '往上 # 層' }),
    floorsDown: plural('zh-TW', { other: '往下 # 層' }),
    booked: (room, time) => `已預約 ${room} 至 ${time}。`,
    bookedAdvice: '請到該會議室門口報到。',
  },
}
