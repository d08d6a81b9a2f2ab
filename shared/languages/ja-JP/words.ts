import { plural } from '../message.ts'
import type { Words } from '../words.ts'
import { admin } from './admin.ts'
import { reserve } from './reserve.ts'
import { setUp } from './set-up.ts'

export const words: Words = {
  name: '日本語',
  direction: 'ltr',
  writing: { weekday: 'long', beforeUnit: '', betweenUnits: '' },

  headline: {
    free: '空室',
    checkInOpen: '予約あり',
    awaitingCheckIn: '予約あり',
    inUse: '使用中',
    reserving: '手続き中',
    unknown: '状態不明',
    outOfService: '利用停止中',
    notSetUp: '未設定',
  },
  languages: '言語',
  wake: 'タップで画面を表示',
  seats: plural('ja-JP', { other: '定員#名' }),
  equipment: {
    display: 'ディスプレイ',
    projector: 'プロジェクター',
    video: 'ビデオ会議',
    phone: '電話',
    whiteboard: 'ホワイトボード',
  },
  starting: '起動中…',

  privateBooking: '非公開の予定',
  booked: '予約済み',

  freeFor: (duration) => `あと${duration}`,
  freeAllDay: '本日この後は終日空室',
  timeLeft: (duration) => `残り${duration}`,
  until: (time) => `${time}まで`,
  startsAt: (time) => `${time}開始`,
  startsIn: (duration) => `${duration}後`,
  startedAt: (time) => `${time}に開始`,
  next: '次の予約',
  nothingNext: '本日、この後の予約はありません',
  today: '本日',
  tomorrow: '明日',

  checkIn: 'チェックイン',
  checkingIn: 'チェックイン中…',
  checkedIn: 'チェックインしました',
  notCheckedIn: 'チェックインできませんでした。',
  checkInRefusal: {
    bookingGone: 'この予約は終了したか、この会議室にありません。',
    tooLate: '時間切れのため、会議室は解放されました。',
    releaseUnsure: '会議室が解放された可能性があります。1分後にもう一度ご確認ください。',
    elsewhere: 'この会議室のもう一方の入口でチェックインしてください。',
    notStored:
      'チェックインを保存できませんでした。会議室は引き続きご利用になれます。IT 担当者にご連絡ください。',
  },

  givenBackIn: (time) => `あと${time}で自動解放`,
  givingBack: '会議室を解放しています…',
  givenBack: 'チェックインがなかったため、会議室を解放しました。',
  freeUntil: (time) => `${time}まで空室です。`,
  maybeGivenBack: '解放されたかどうか確認中です。',
  maybeGivenBackAdvice: 'チェックインはありませんでした。引き続き確認しています。',

  endMeeting: '会議を終了',
  endQuestion: '会議を終了して、会議室を空けますか？',
  confirm: '会議を終了',
  cancel: '会議を続ける',
  cancelsIn: (seconds) => `${seconds}後に自動で戻ります`,
  ending: '終了しています…',

  ended: '会議が終了しました。',
  notEnded: '会議を終了できませんでした。',
  maybeEnded: '会議が終了したかどうか確認中です。',
  maybeEndedAdvice: '引き続き確認しています。再度タップする必要はありません。',
  panelFailed: '操作を完了できませんでした。',
  panelFailedAdvice: 'もう一度タップしてください。',
  keepingNothing: '現在チェックインを保存できません。',
  keepingNothingAdvice: '会議室は解放されません。IT 担当者にご連絡ください。',

  problem: {
    unreachable: 'カレンダーに接続できません。',
    credentialsRejected: 'カレンダーの認証に失敗しました。',
    appDisabled: 'パネルのアプリがカレンダー側で無効です。',
    scopeMissing: 'パネルにこの操作の権限がありません。',
    addressDenied: 'このネットワークからの接続は許可されていません。',
    rateLimited: 'カレンダーが混み合っています。自動的に再試行します。',
    quotaSpent: '今月のカレンダー利用回数を使い切りました。',
    shareSpent: 'このパネルの今月の利用回数を使い切りました。タップすると更新します。',
    roomUnknown: 'カレンダーにこの会議室がありません。',
    roomUnreadable: '現在、この会議室の予定を読み取れません。',
    botMissing: 'このパネルでは予約が設定されていません。',
    calendarDenied: '予約用カレンダーを利用できません。',
    platformFault: 'カレンダーに障害が発生しています。',
    secretUnavailable: 'パネルが認証情報を読み取れません。',
    ticketMissing: 'カレンダーがこのパネルをまだ受け付けていません。',
    unexpected: 'カレンダーから想定外の応答がありました。',
  },
  refusal: {
    meetingOver: 'すでに終了しています。',
    seriesUnknown: '定例会議の可能性があります。カレンダーで操作してください。',
  },
  unknown: {
    starting: 'カレンダーを読み込んでいます…',
    stale: 'カレンダーの情報が更新されていません。',
  },
  lastKnownInUse: (readAt, until) => `${readAt}時点：${until}まで予約あり`,
  lastKnownFree: (readAt) => `${readAt}時点：予約なし`,
  checkCalendar: 'カレンダーをご確認ください',

  connection: { stale: '最新ではありません', offline: 'オフライン' },
  dataFrom: (age) => `最終更新：${age}前`,
  noData: 'データなし',

  outOfService: 'この会議室は現在ご利用になれません。',
  backAt: (time) => `${time}まで`,

  reserve,
  setUp,
  admin,
}
