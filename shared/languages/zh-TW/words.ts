import { plural } from '../message.ts'
import type { Words } from '../words.ts'
import { admin } from './admin.ts'
import { reserve } from './reserve.ts'
import { setUp } from './set-up.ts'

export const words: Words = {
  name: '繁體中文',
  direction: 'ltr',
  writing: { weekday: 'short', beforeUnit: ' ', betweenUnits: ' ' },

  headline: {
    free: '空閒',
    checkInOpen: '已預約',
    awaitingCheckIn: '已預約',
    inUse: '使用中',
    reserving: '預約中',
    unknown: '狀態不明',
    outOfService: '暫停使用',
    notSetUp: '尚未設定',
  },
  languages: '語言',
  wake: '輕觸以喚醒螢幕',
  seats: plural('zh-TW', { other: '可容納 # 人' }),
  equipment: {
    display: '顯示器',
    projector: '投影機',
    video: '視訊會議',
    phone: '電話',
    whiteboard: '白板',
  },
  starting: '正在啟動…',

  privateBooking: '私人行程',
  booked: '已預約',

  freeFor: (duration) => `還可使用 ${duration}`,
  freeAllDay: '今天其餘時間皆可使用',
  timeLeft: (duration) => `剩餘 ${duration}`,
  until: (time) => `至 ${time}`,
  startsAt: (time) => `${time} 開始`,
  startsIn: (duration) => `${duration}後`,
  startedAt: (time) => `${time} 已開始`,
  next: '下一場',
  nothingNext: '今天後續沒有預約',
  today: '今天',
  tomorrow: '明天',

  checkIn: '報到',
  checkingIn: '報到中…',
  checkedIn: '報到成功',
  notCheckedIn: '報到失敗。',
  checkInRefusal: {
    bookingGone: '此預約已結束，或已不在這間會議室。',
    tooLate: '報到逾時，會議室已釋出。',
    releaseUnsure: '會議室可能剛剛釋出，請一分鐘後再查看。',
    elsewhere: '請在這間會議室的另一個門口報到。',
    notStored: '報到未能儲存。會議室暫時為您保留，請通知 IT 人員。',
  },

  givenBackIn: (time) => `${time}後自動釋出`,
  givingBack: '正在釋出會議室…',
  givenBack: '無人報到，會議室已釋出。',
  freeUntil: (time) => `${time} 前可使用。`,
  maybeGivenBack: '暫時無法確認會議室是否已釋出。',
  maybeGivenBackAdvice: '無人報到，正在持續確認。',

  endMeeting: '結束會議',
  endQuestion: '要結束會議並釋出會議室嗎？',
  confirm: '結束會議',
  cancel: '繼續使用',
  cancelsIn: (seconds) => `${seconds}後自動返回`,
  ending: '正在結束…',

  ended: '會議已結束。',
  notEnded: '會議未能結束。',
  maybeEnded: '暫時無法確認會議是否已結束。',
  maybeEndedAdvice: '正在持續確認，無須再按一次。',
  panelFailed: '操作未完成。',
  panelFailedAdvice: '請再按一次。',
  keepingNothing: '目前無法儲存報到。',
  keepingNothingAdvice: '會議室不會釋出，請通知 IT 人員。',

  problem: {
    unreachable: '無法連線至行事曆。',
    credentialsRejected: '行事曆拒絕了面板的憑證。',
    appDisabled: '面板的應用程式已在行事曆中停用。',
    scopeMissing: '面板在行事曆中沒有這項權限。',
    addressDenied: '行事曆不允許從此網路存取。',
    rateLimited: '行事曆忙碌中，將自動重試。',
    quotaSpent: '本月的行事曆呼叫次數已用完。',
    shareSpent: '此面板本月的呼叫次數已用完，輕觸螢幕即可更新。',
    roomUnknown: '行事曆中找不到這間會議室。',
    roomUnreadable: '暫時無法讀取這間會議室的行程。',
    botMissing: '此面板尚未啟用預約。',
    calendarDenied: '面板無法使用其預約行事曆。',
    platformFault: '行事曆服務發生問題。',
    secretUnavailable: '面板無法讀取憑證。',
    ticketMissing: '行事曆暫未放行面板。',
    unexpected: '行事曆傳回無法辨識的資料。',
  },
  refusal: {
    meetingOver: '會議已經結束。',
    seriesUnknown: '這可能是週期性行程，請在行事曆中操作。',
  },
  unknown: {
    starting: '正在讀取行事曆…',
    stale: '行事曆資料已過時。',
  },
  lastKnownInUse: (readAt, until) => `截至 ${readAt}：已預約至 ${until}`,
  lastKnownFree: (readAt) => `截至 ${readAt}：目前沒有預約`,
  checkCalendar: '請以行事曆為準',

  connection: { stale: '資料未更新', offline: '連線中斷' },
  dataFrom: (age) => `${age}前更新`,
  noData: '尚無資料',

  outOfService: '這間會議室暫時無法使用。',
  backAt: (time) => `至 ${time}`,

  reserve,
  setUp,
  admin,
}
