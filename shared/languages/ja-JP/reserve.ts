import { plural } from '../message.ts'
import type { ReserveWords } from '../reserve-words.ts'

export const reserve: ReserveWords = {
  book: '今すぐ予約',
  startEarly: '早めに開始',
  takeBack: '到着しました',
  bookGap: (time) => `${time}から予約`,
  howLong: '利用時間を選んでください',
  cancel: 'キャンセル',
  later: '後の時間',
  reserving: '会議室を予約しています…',
  booked: (time) => `${time}まで予約しました。`,
  bookedLater: (from, until) => `${from}–${until}で予約しました。`,
  bookedLaterAdvice: 'その時刻にここでチェックインしてください。',
  atTheDoor: '入口パネルからの予約',
  notBooked: '予約できませんでした。',
  failure: {
    declined: '先に予約されたか、現在は予約できません。',
    unanswered: '会議室からの応答がありませんでした。',
    interrupted: '予約が中断されました。もう一度お試しください。',
    taken: '会議室は先に予約されました。',
    notStored: '予約を保存できませんでした。IT 担当者にご連絡ください。',
    wrongPin: 'PIN が正しくないか、試行回数が多すぎます。',
  },
  maybeBooked: '予約できたかどうか確認中です。',
  maybeBookedAdvice: '引き続き確認しています。ご利用の前にカレンダーをご確認ください。',
  find: {
    find: '空室を探す',
    looking: '空いている会議室を探しています…',
    rooms: '近くの空室',
    none: '近くに30分以上空いている会議室はありません。',
    sameFloor: '同じ階',
    floorsUp: plural('ja-JP', { other: '#階上' }),
    floorsDown: plural('ja-JP', { other: '#階下' }),
    booked: (room, time) => `${room} を ${time} まで予約しました。`,
    bookedAdvice: '会議室の入口でチェックインしてください。',
  },
}
