import { words as english } from '../../../../shared/languages/en-US/words.ts'
import { plural } from '../../../../shared/languages/message.ts'
import type { Words } from '../../../../shared/languages/words.ts'

/** A language that is written from right to left, to see the door in one. No door offers it: what IT reads is English. */
export const words: Words = {
  ...english,
  name: 'עברית',
  direction: 'rtl',
  writing: { weekday: 'short', beforeUnit: ' ', betweenUnits: ' ' },

  headline: {
    free: 'פנוי',
    checkInOpen: 'מוזמן',
    awaitingCheckIn: 'מוזמן',
    inUse: 'תפוס',
    reserving: 'מזמין…',
    unknown: 'לא ידוע',
    outOfService: 'מושבת',
    notSetUp: 'לא הוגדר',
  },
  languages: 'שפות',
  wake: 'יש לגעת כדי להאיר את המסך',
  seats: plural('he-IL', { one: 'מקום אחד', two: '# מקומות', other: '# מקומות' }),
  privateBooking: 'פרטי',
  booked: 'מוזמן',

  freeFor: (duration) => `עוד ${duration}`,
  freeAllDay: 'עד סוף היום',
  timeLeft: (duration) => `נותרו ${duration}`,
  until: (time) => `עד ${time}`,
  startsAt: (time) => `מתחיל ב־${time}`,
  startsIn: (duration) => `בעוד ${duration}`,
  startedAt: (time) => `התחיל ב־${time}`,
  next: 'הבא',
  nothingNext: 'אין עוד הזמנות היום',
  today: 'היום',
  tomorrow: 'מחר',

  checkIn: 'הגעתי',
  checkingIn: 'נרשם…',
  checkedIn: 'הגעתך נרשמה',
  notCheckedIn: 'הרישום נכשל.',
  givenBackIn: (time) => `ישוחרר בעוד ${time}`,
  givingBack: 'החדר משתחרר…',
  givenBack: 'איש לא נרשם, והחדר שוחרר.',
  freeUntil: (time) => `פנוי עד ${time}.`,

  endMeeting: 'סיום הפגישה',
  endQuestion: 'לסיים את הפגישה ולפנות את החדר?',
  confirm: 'סיום הפגישה',
  cancel: 'המשך הפגישה',
  cancelsIn: (seconds) => `נסגר בעוד ${seconds}`,
  ending: 'מסתיים…',

  lastKnownInUse: (readAt, until) => `נכון ל־${readAt}: מוזמן עד ${until}`,
  lastKnownFree: (readAt) => `נכון ל־${readAt}: אין הזמנה`,
  checkCalendar: 'נא לבדוק ביומן',
  connection: { stale: 'לא מעודכן', offline: 'אין חיבור' },
  dataFrom: (age) => `עודכן לפני ${age}`,
  noData: 'אין עדיין נתונים',
  outOfService: 'החדר אינו זמין.',
  backAt: (time) => `עד ${time}`,
}
