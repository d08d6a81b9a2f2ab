import { plural } from '../message.ts'
import type { Words } from '../words.ts'
import { admin } from './admin.ts'
import { setUp } from './set-up.ts'

export const words: Words = {
  name: '日本語',
  direction: 'ltr',

  headline: {
    free: '空室',
    checkInOpen: '予約あり',
    awaitingCheckIn: '予約あり',
    inUse: '使用中',
    unknown: '状態不明',
    outOfService: '利用停止',
    notSetUp: '未設定',
  },
  wake: 'タップで画面を表示',
  seats: plural('ja-JP', { other: '# 名' }),

  privateBooking: '非公開の予定',
  booked: '予約済み',

  freeFor: (duration) => `あと ${duration}`,
  freeAllDay: '本日はこの後ずっと空き',
  timeLeft: (duration) => `残り ${duration}`,
  until: (time) => `${time} まで`,
  startsAt: (time) => `${time} 開始`,
  startsIn: (duration) => `${duration}後`,
  startedAt: (time) => `${time} に開始`,
  next: '次の予約',
  nothingNext: '本日、ほかの予約はありません',
  today: '本日',
  tomorrow: '明日',

  checkIn: 'チェックイン',
  checkingIn: '受付中…',
  checkedIn: 'チェックインしました',
  notCheckedIn: 'チェックインできませんでした。',
  checkInRefusal: {
    bookingGone: 'この予約は終了したか、この会議室にありません。',
    tooLate: '会議室はすでに解放されていました。',
    releaseUnsure: '会議室が空室に戻されたかどうか、まだ確認できません。1 分後にもう一度ご覧ください。',
    elsewhere: 'この会議室のもう一方の入口でチェックインしてください。',
    notStored: 'パネルに保存できませんでした。会議室は当面そのままです。IT 担当者にお知らせください。',
  },

  givenBackIn: (time) => `あと ${time}で空室に`,
  givingBack: '空室に戻しています…',
  givenBack: 'チェックインがなかったため、空室に戻しました。',
  freeUntil: (time) => `${time}\u00A0まで空室です。`,
  maybeGivenBack: '空室に戻ったかどうか、まだ確認できません。',
  maybeGivenBackAdvice: 'チェックインはありませんでした。操作は繰り返しません。',

  endMeeting: '会議を終了',
  endQuestion: '会議を終了して、会議室を空けますか？',
  confirm: '会議を終了',
  cancel: '会議を続ける',
  cancelsIn: (seconds) => `${seconds}後に自動で戻ります`,
  ending: '終了しています…',

  ended: '会議が終了しました。',
  notEnded: '会議は終了されませんでした。',
  maybeEnded: '会議が終了したかどうか、まだ確認できません。',
  maybeEndedAdvice: 'パネルが確認を続けます。操作は繰り返しません。',
  panelFailed: '操作を完了できませんでした。',
  panelFailedAdvice: 'もう一度タップしてください。',
  keepingNothing: '現在チェックインを保存できません。',
  keepingNothingAdvice: '会議室は解放されません。IT 担当者にお知らせください。',

  problem: {
    unreachable: 'カレンダーに接続できません。',
    credentialsRejected: 'パネルの認証情報がカレンダーに受け付けられません。',
    appDisabled: 'パネルのアプリがカレンダー側で無効です。',
    scopeMissing: 'パネルにこの操作の権限がありません。',
    addressDenied: 'このネットワークからは接続が許可されていません。',
    rateLimited: 'カレンダーが混み合っています。',
    quotaSpent: '今月のカレンダー利用回数を使い切りました。',
    shareSpent: 'このパネルの今月の利用回数を使い切りました。画面に触れると読み取ります。',
    roomUnknown: 'カレンダーにこの会議室がありません。',
    roomUnreadable: 'カレンダーがこの会議室を読み取れません。',
    platformFault: 'カレンダーに障害が起きています。',
    secretUnavailable: 'パネルが認証情報を取り出せません。',
    unexpected: 'カレンダーの応答を理解できません。',
  },
  refusal: {
    meetingOver: 'すでに終わっていました。',
    seriesUnknown: '定例会議の一回かもしれず、ほかの回は残す必要があります。',
  },
  unknown: {
    starting: 'カレンダーを読み取っています…',
    stale: '最後の読み取りから時間がたっています。',
  },
  lastKnownInUse: (readAt, until) => `${readAt} 時点：${until} まで予約あり`,
  lastKnownFree: (readAt) => `${readAt} 時点：現在の予約なし`,
  checkCalendar: 'カレンダーをご確認ください',

  connection: { stale: '最新ではありません', offline: '接続なし' },
  dataFrom: (ago) => `${ago}に読み取り`,
  noData: '未読み取り',

  outOfService: 'この会議室は現在ご利用になれません。',
  backAt: (time) => `${time} まで`,

  setUp,
  admin,
}
