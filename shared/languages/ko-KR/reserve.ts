import { plural } from '../message.ts'
import type { ReserveWords } from '../reserve-words.ts'

export const reserve: ReserveWords = {
  book: '지금 예약',
  startEarly: '일찍 시작',
  takeBack: '도착했습니다',
  bookGap: (time) => `${time}부터 예약`,
  howLong: '얼마 동안 사용할까요?',
  cancel: '취소',
  later: '이후 시간',
  reserving: '회의실을 예약하는 중…',
  booked: (time) => `${time}까지 예약했습니다.`,
  bookedLater: (from, until) => `${from}–${until} 예약되었습니다.`,
  bookedLaterAdvice: '시작할 때 여기서 체크인해 주세요.',
  atTheDoor: '문 앞에서 예약',
  notBooked: '예약하지 못했습니다.',
  failure: {
    declined: '다른 사람이 먼저 예약했거나 지금은 예약할 수 없습니다.',
    unanswered: '회의실이 제때 응답하지 않았습니다.',
    interrupted: '예약이 중단되었습니다. 다시 예약해 주세요.',
    taken: '방금 다른 예약이 들어왔습니다.',
    notStored: '예약을 저장하지 못했습니다. IT 담당자에게 알려 주세요.',
    wrongPin: 'PIN이 올바르지 않거나 너무 여러 번 시도했습니다.',
  },
  maybeBooked: '예약 여부를 아직 확인하지 못했습니다.',
  maybeBookedAdvice: '계속 확인하고 있습니다. 사용 전에 캘린더를 확인해 주세요.',
  find: {
    find: '빈 회의실 찾기',
    looking: '빈 회의실을 찾는 중…',
    rooms: '가까운 빈 회의실',
    none: '30분 이상 비어 있는 회의실이 없습니다.',
    sameFloor: '같은 층',
    floorsUp: plural('ko-KR', { other: '#층 위' }),
    floorsDown: plural('ko-KR', { other: '#층 아래' }),
    booked: (room, time) => `${room}: ${time}까지 예약했습니다.`,
    bookedAdvice: '해당 회의실 앞에서 체크인해 주세요.',
  },
}
