import type { AdminWords } from './words.ts'

export const adminJaJP: AdminWords = {
  open: '管理者用',
  back: 'ドア表示に戻る',

  enterPin: '管理者の PIN',
  looking: 'お待ちください…',
  checking: '確認しています…',
  wrongPin: 'PIN が違います。',
  tooManyTries: '間違いが続きました。',
  triesAgainIn: (time) => `${time}後に再入力できます。`,
  noPin: {
    pinMissing: 'このパネルには PIN がありません。IT 担当者が room-panel provision で設定します。',
    pinUnreadable: 'PIN を読み取れません。IT 担当者が room-panel provision で再設定します。',
    keyringLocked: 'キーリングがロックされているため、PIN を確認できません。',
    keyringUnavailable: 'キーリングが応答しないため、PIN を確認できません。',
    triesNotKept: 'ディスクに入力回数を記録できないため、PIN を受け付けません。',
  },
  pinOk: 'OK',
  deleteDigit: '削除',

  title: '本日の予約',
  noBookings: '本日の予約はありません。',
  over: '終了',
  verdict: {
    accept: {
      action: '承認',
      question: 'この予約を承認しますか？',
      confirm: '承認する',
      underWay: '承認しています…',
      done: '承認しました。予約はそのままです（チェックインではありません）。',
      refused: '承認されませんでした。',
      uncertain: '承認されたかどうか、確認できません。',
    },
    decline: {
      action: '却下',
      question: 'この予約を会議室から外しますか？',
      confirm: '却下する',
      underWay: '却下しています…',
      done: '却下しました。予約はこの会議室にありません。',
      refused: '却下されませんでした。',
      uncertain: '却下されたかどうか、まだ確認できません。',
    },
  },
  cancel: 'やめる',
  refusal: {
    bookingGone: 'この予約は終了したか、この会議室にありません。',
    notAudited: '監査記録に書き込めないため、送信しませんでした。',
    seriesUnknown: '定例会議の一回かもしれず、ほかの回は残す必要があります。',
  },
  uncertainAdvice: '操作は繰り返しません。',

  diagnose: '不具合を調べる',
  diagnosing: 'パネルに必要なものを調べています…',
  lastAnswers: 'カレンダーの最近の応答',
  noAnswers: 'まだありません。',

  leaveKiosk: 'キオスクを終了',
  leaveQuestion: 'このタブレットのパネルを終了しますか？',
  leave: '終了する',
}
