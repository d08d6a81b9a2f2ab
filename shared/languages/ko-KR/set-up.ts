import { code, plural } from '../message.ts'
import type { SetUpWords } from '../set-up-words.ts'

export const setUp: SetUpWords = {
  configurationMissing: (file) => `설정 파일이 없습니다: ${code(file)}`,
  configurationUnreadable: (file) => `설정 파일을 JSON으로 읽을 수 없습니다: ${code(file)}`,
  configurationInvalid: '설정에 잘못된 값이 있습니다.',
  fault: {
    required: (path) => `${code(path)}: 값이 없습니다`,
    unknownKey: (path) => `${code(path)}: 알 수 없는 설정입니다`,
    type: (path) => `${code(path)}: 값의 형식이 다릅니다`,
    origin: (path) => `${code(path)}: 경로 없는 https 주소가 아닙니다`,
    appId: (path) => `${code(path)}: 앱 ID(${code('cli_…')})가 아닙니다`,
    roomId: (path) => `${code(path)}: 회의실 ID(${code('omm_…')})가 아닙니다`,
    openId: (path) => `${code(path)}: 직원 ID(${code('ou_…')})가 아닙니다`,
    range: (path) => `${code(path)}: 범위를 벗어났습니다`,
    choice: (path) => `${code(path)}: 선택할 수 없는 값입니다`,
    timeOfDay: (path) => `${code(path)}: 시각(${code('08:00')})이 아닙니다`,
    timeZone: (path) => `${code(path)}: 시간대(${code('Asia/Seoul')})가 아닙니다`,
    color: (path) => `${code(path)}: 색상(${code('#1b50bd')})이 아닙니다`,
    contrast: (path) => `${code(path)}: 흰 글자와도 검은 글자와도 대비가 부족합니다`,
    alike: (path) => `${code(path)}: 색각 이상자가 다른 상태의 색과 구별할 수 없습니다`,
    imageFile: (path) =>
      `${code(path)}: ${code('.png')}, ${code('.jpg')}, ${code('.webp')}, ${code('.svg')} 파일이 아닙니다`,
  },
  moreFaults: plural('ko-KR', { other: '외 #건' }),
  secretMissing: (appId) => `키링에 앱 ${code(appId)}의 시크릿이 없습니다.`,
  secretOfOtherOrigin: (origin) => `키링의 시크릿은 ${code(origin)}용이 아닙니다.`,
  keyringLocked: '키링이 잠겨 있습니다.',
  keyringTimedOut: '키링이 제시간에 응답하지 않았습니다.',
  keyringUnavailable: '키링이 응답하지 않습니다.',
  orderWanted: (file) => `설정하려면 ${code(file)} 파일을 USB 메모리나 패널의 데이터 폴더에 넣어 주세요.`,
  orderFailed: (file, fault) => `${code(file)} 파일을 사용하지 않았습니다(${code(fault)}).`,
  advice: '문제가 해결되면 패널이 자동으로 다시 시작합니다.',
}
