import { plural } from '../message.ts'
import type { Words } from '../words.ts'
import { admin } from './admin.ts'
import { reserve } from './reserve.ts'
import { setUp } from './set-up.ts'

export const words: Words = {
  name: '한국어',
  direction: 'ltr',
  writing: { weekday: 'long', beforeUnit: '', betweenUnits: ' ' },

  headline: {
    free: '비어 있음',
    checkInOpen: '예약됨',
    awaitingCheckIn: '예약됨',
    inUse: '사용 중',
    reserving: '예약 중',
    unknown: '확인 불가',
    outOfService: '이용 중지',
    notSetUp: '설정 필요',
  },
  languages: '언어',
  wake: '화면을 켜려면 누르세요',
  seats: plural('ko-KR', { other: '정원 #명' }),
  equipment: {
    display: '디스플레이',
    projector: '프로젝터',
    video: '화상 회의',
    phone: '전화',
    whiteboard: '화이트보드',
  },
  starting: '시작하는 중…',

  privateBooking: '비공개 일정',
  booked: '예약됨',

  freeFor: (duration) => `${duration} 사용 가능`,
  freeAllDay: '오늘 남은 시간 사용 가능',
  timeLeft: (duration) => `${duration} 남음`,
  until: (time) => `${time}까지`,
  startsAt: (time) => `${time} 시작`,
  startsIn: (duration) => `${duration} 후`,
  startedAt: (time) => `${time}에 시작됨`,
  next: '다음 예약',
  nothingNext: '오늘 남은 예약 없음',
  today: '오늘',
  tomorrow: '내일',

  checkIn: '체크인',
  checkingIn: '체크인 중…',
  checkedIn: '체크인되었습니다',
  notCheckedIn: '체크인하지 못했습니다.',
  checkInRefusal: {
    bookingGone: '종료되었거나 이 회의실에 없는 예약입니다.',
    tooLate: '시간이 지나 회의실이 반납되었습니다.',
    releaseUnsure: '회의실이 방금 반납되었을 수 있습니다. 1분 후 다시 확인해 주세요.',
    elsewhere: '이 회의실의 다른 출입문에서 체크인해 주세요.',
    notStored: '체크인을 저장하지 못했습니다. 회의실은 당분간 그대로 유지됩니다. IT 담당자에게 알려 주세요.',
  },

  givenBackIn: (time) => `${time} 후 자동 반납`,
  givingBack: '회의실 반납 중…',
  givenBack: '체크인이 없어 회의실이 반납되었습니다.',
  freeUntil: (time) => `${time}까지 사용 가능합니다.`,
  maybeGivenBack: '회의실이 반납되었는지 확인 중입니다.',
  maybeGivenBackAdvice: '체크인이 없었습니다. 계속 확인하고 있습니다.',

  endMeeting: '회의 종료',
  endQuestion: '회의를 종료하고 회의실을 반납할까요?',
  confirm: '회의 종료',
  cancel: '계속 사용',
  cancelsIn: (seconds) => `${seconds} 후 닫힘`,
  ending: '종료 중…',

  ended: '회의가 종료되었습니다.',
  notEnded: '회의를 종료하지 못했습니다.',
  maybeEnded: '회의가 종료되었는지 확인 중입니다.',
  maybeEndedAdvice: '계속 확인하고 있습니다. 다시 누르지 않아도 됩니다.',
  panelFailed: '처리하지 못했습니다.',
  panelFailedAdvice: '다시 눌러 주세요.',
  keepingNothing: '지금은 체크인을 저장할 수 없습니다.',
  keepingNothingAdvice: '회의실은 반납되지 않습니다. IT 담당자에게 알려 주세요.',

  problem: {
    unreachable: '캘린더에 연결할 수 없습니다.',
    credentialsRejected: '캘린더 인증에 실패했습니다.',
    appDisabled: '캘린더에서 앱이 비활성화되어 있습니다.',
    scopeMissing: '캘린더 권한이 없습니다.',
    addressDenied: '이 네트워크에서는 캘린더 접속이 허용되지 않습니다.',
    rateLimited: '캘린더 사용량이 많습니다. 다시 시도하는 중입니다.',
    quotaSpent: '이번 달 캘린더 호출 횟수를 모두 사용했습니다.',
    shareSpent: '이 패널의 이번 달 호출 횟수를 모두 사용했습니다. 누르면 업데이트합니다.',
    roomUnknown: '캘린더에 없는 회의실입니다.',
    roomUnreadable: '지금은 이 회의실의 일정을 읽을 수 없습니다.',
    botMissing: '이 패널에는 예약이 설정되어 있지 않습니다.',
    calendarDenied: '패널이 예약 캘린더를 사용할 수 없습니다.',
    platformFault: '캘린더 서비스에 문제가 있습니다.',
    secretUnavailable: '패널이 인증 정보를 읽을 수 없습니다.',
    ticketMissing: '캘린더가 아직 이 패널을 허용하지 않습니다.',
    unexpected: '캘린더에서 예상하지 못한 응답이 왔습니다.',
  },
  refusal: {
    meetingOver: '이미 종료된 회의입니다.',
    seriesUnknown: '반복 일정일 수 있습니다. 캘린더에서 종료해 주세요.',
  },
  unknown: {
    starting: '캘린더를 읽는 중…',
    stale: '캘린더 정보가 오래되었습니다.',
  },
  lastKnownInUse: (readAt, until) => `${readAt} 기준: ${until}까지 예약됨`,
  lastKnownFree: (readAt) => `${readAt} 기준: 예약 없음`,
  checkCalendar: '캘린더를 확인해 주세요',

  connection: { stale: '최신 정보 아님', offline: '오프라인' },
  dataFrom: (age) => `${age} 전 업데이트`,
  noData: '데이터 없음',

  outOfService: '지금은 사용할 수 없는 회의실입니다.',
  backAt: (time) => `${time}까지`,

  reserve,
  setUp,
  admin,
}
