import type { AdviceWords } from '../advice-words.ts'

export const advice: AdviceWords = {
  unreachable: '이 태블릿에서 캘린더 호스트 또는 허브의 브로커에 연결되는지 확인해 주세요.',
  nameUnresolved: '호스트 이름을 찾을 수 없습니다. feishu.origin과 이 네트워크의 DNS 서버를 확인해 주세요.',
  connectionRefused: '호스트가 연결을 거부합니다. feishu.origin과 방화벽을 확인해 주세요.',
  offline: '호스트로 가는 경로가 없습니다. 케이블 또는 Wi-Fi와 라우팅을 확인해 주세요.',
  timedOut: '제시간에 응답이 없습니다. 방화벽이 연결을 차단하는지 확인해 주세요.',
  tlsFailed:
    '태블릿이 호스트의 인증서를 신뢰하지 않습니다. 태블릿의 시계를 확인하고, 프록시가 TLS를 해독하면 회사 인증서를 설치해 주세요.',
  proxyFailed:
    '프록시가 응답하지 않거나 태블릿의 로그인을 받지 않습니다. 프록시 주소와 room-panel provision의 proxyLogin을 확인해 주세요.',
  gatewayFault:
    '중간 게이트웨이가 캘린더의 응답을 받지 못합니다. 보통 저절로 해결되며, 계속되면 게이트웨이 관리자에게 문의해 주세요.',
  foreignAnswer:
    '캘린더가 아닌 곳에서 응답했습니다. Wi-Fi 포털에 로그인하거나 태블릿을 예외로 두고, feishu.origin도 확인해 주세요.',
  cachedAnswer: '중간 캐시가 이전 응답을 보냅니다. 프록시가 캘린더 호스트를 캐시하지 않게 해 주세요.',
  timeContradicted:
    '응답의 시각이 이전과 다릅니다. 캘린더와 태블릿 사이의 장비를 확인해 주세요. 새 시각이 계속되면 결국 그 시각을 따릅니다.',
  timeUnknown:
    '응답에 시각이 없고 태블릿도 아직 시각을 모릅니다. 프록시가 응답의 Date 헤더를 통과시키게 해 주세요. 패널이 기다리고 있습니다.',
  connectionBroken: '연결이 끊겼습니다. 보통 저절로 해결되며, 계속되면 프록시와 방화벽을 확인해 주세요.',
  credentialsRejected:
    'App ID 또는 App Secret이 잘못되었습니다. feishu.appId를 확인하고, 개발자 콘솔의 App Secret을 room-panel rotate로 설정해 주세요.',
  appDisabled: '관리 콘솔에서 앱을 켜고 회사에 게시해 주세요.',
  scopeMissing: '개발자 콘솔에서 앱에 이 권한을 추가하고 버전을 게시한 뒤, 관리 콘솔에서 승인을 받아 주세요.',
  addressDenied:
    '토큰은 발급되지만 다른 요청은 모두 거부됩니다. 이 사업장의 공인 IPv4 주소를 앱의 IP 허용 목록에 추가해 주세요.',
  rateLimited: '호출이 너무 많습니다. 보통 저절로 해결되며, 계속되면 패널을 여러 앱으로 나누어 주세요.',
  quotaSpent:
    '이번 달 회사의 호출 횟수를 모두 사용했습니다. 추가로 구매하거나 다음 달 1일까지 기다려 주세요.',
  shareSpent:
    '이 패널의 이번 달 몫을 모두 사용해 드물게 읽습니다. budget.callsPerMonth를 늘리거나 다음 달 1일까지 기다려 주세요.',
  roomUnknown: '캘린더에 이 회의실이 없습니다. room.id를 확인해 주세요.',
  roomUnreadable:
    '회의실을 지금 읽을 수 없거나 앱의 데이터 범위에 없습니다. 앱의 권한을 확인하고 다시 시도해 주세요.',
  botMissing: '문 앞에서 예약할 수 없습니다. 개발자 콘솔에서 앱의 봇 기능을 켜고 버전을 게시해 주세요.',
  calendarDenied:
    '앱이 자신의 캘린더를 사용할 수 없어 문 앞에서 예약할 수 없습니다. 자동으로 다시 확인하며, 계속되면 코드와 log id를 지원팀에 알려 주세요.',
  platformFault: '캘린더에 장애가 있습니다. 보통 저절로 해결되며, 계속되면 log id를 지원팀에 알려 주세요.',
  secretUnavailable: '키링에서 앱 시크릿을 받을 수 없습니다. room-panel doctor를 실행해 주세요.',
  ticketMissing:
    'Feishu는 스토어 앱에 매시간 티켓을 보내지만, 허브에 유효한 티켓이 없습니다. room-panel-hub doctor를 실행하고 개발자 콘솔의 요청 URL과 허브 앞의 프록시를 확인해 주세요.',
  unexpected: '이 버전이 알지 못하는 응답입니다. 코드와 log id를 지원팀에 알려 주세요.',
  configurationMissing: '설정 파일을 작성하거나 room-panel provision을 실행해 주세요.',
  configurationUnreadable: '패널의 사용자가 파일을 읽을 수 있게 하고 JSON인지 확인해 주세요.',
  configurationInvalid: '값을 바로잡아 주세요.',
  secretMissing: '앱 시크릿으로 room-panel provision을 실행해 주세요.',
  secretOfOtherOrigin:
    '시크릿이 다른 feishu.origin용으로 저장되어 있어 여기로 보내지 않습니다. origin을 바로잡거나 새 origin으로 room-panel provision을 실행해 주세요.',
  passwordMissing: 'room-panel-hub enrol로 코드를 만들어 room-panel provision에 입력해 주세요.',
  keyringLocked: '키링의 잠금을 해제해 주세요. 로그인 비밀번호를 쓰면 사용자가 로그인할 때 해제됩니다.',
  keyringTimedOut:
    '키링이 제시간에 응답하지 않았습니다. 자동으로 다시 시도하며, 계속되면 태블릿의 부하를 확인하고 키링을 다시 시작해 주세요.',
  keyringUnavailable: '이 세션에서 키링(Linux는 gnome-keyring)을 시작하고 그 사용자로 실행해 주세요.',
  keyringNotKept:
    '키링이 시작할 때 읽는 파일에 내용을 쓰지 않습니다. 디스크 공간을 확보하고 키링을 다시 시작한 뒤 다시 실행해 주세요.',

  brokerUnreachable:
    '브로커가 응답하지 않습니다. hub.broker, 이름 서비스, 중간 방화벽을 확인해 주세요. 프록시는 사용하지 않습니다.',
  brokerNotTrusted:
    '태블릿이 브로커의 인증서를 신뢰하지 않습니다. hub.caFile, hub.broker의 이름, 태블릿의 시계를 확인해 주세요.',
  brokerDenied:
    '브로커가 이 문을 받아들이지 않습니다. room-panel-hub doors를 확인하고 room-panel provision에 다른 코드를 입력해 주세요.',
  hubSilent: '브로커는 있지만 허브의 신호가 없습니다. 허브의 서비스와 로그를 확인해 주세요.',
  viewMissing:
    '허브가 아직 이 문에 회의실 정보를 보내지 않았습니다. room-panel-hub doors와 허브의 로그를 확인해 주세요.',
  viewOld: '허브는 있지만 오랫동안 회의실을 읽지 않았습니다. 허브의 로그를 확인해 주세요.',
  otherRoom:
    '허브가 room.id와 다른 회의실을 알려 표시하지 않습니다. 이 문의 회의실용 코드로 다시 설정해 주세요.',
  codeMalformed: '코드 형식이 아닙니다. room-panel-hub enrol이 표시한 대로 입력해 주세요.',
  codeUnknown:
    '허브에 이 코드가 없습니다. enrolment.url을 확인하거나 room-panel-hub enrol로 다른 코드를 만들어 주세요.',
  codeUsed:
    '이미 사용된 코드입니다. room-panel-hub enrol로 다른 코드를 만들고, 없는 문은 room-panel-hub unassign으로 해제해 주세요.',
  codeExpired: '코드가 만들어진 지 7일이 지났습니다. room-panel-hub enrol로 다른 코드를 만들어 주세요.',
  enrolmentUnready:
    '허브의 브로커나 데이터베이스가 없어 지금은 문을 만들 수 없습니다. 같은 코드를 나중에 쓸 수 있습니다.',
  enrolmentUnreachable:
    '허브에 연결하지 못했고 코드는 아직 쓸 수 있습니다. enrolment.url, 인증서, 네트워크를 확인해 주세요.',
  enrolmentForeign: '허브의 응답이 아닙니다. enrolment.url과 허브 앞의 프록시를 확인해 주세요.',
  enrolmentLost:
    '허브의 응답을 받지 못해 코드가 이미 쓰였을 수 있습니다. 다시 실행하고, 쓰였다면 room-panel-hub enrol로 다른 코드를 만들어 주세요.',
  authorityUnreadable: '브로커 인증 기관의 인증서(PEM)를 패널 사용자가 읽을 수 있게 그곳에 두어 주세요.',
  otherAuthority:
    'hub.caFile이 room-panel-hub enrol이 알려 준 인증서가 아닙니다. 올바른 인증서를 두거나 enrolment.caFingerprint를 고쳐 주세요.',

  clockSkewed:
    '패널은 캘린더의 시각을 따르므로 표시는 정확합니다. 인증서를 위해 태블릿의 시계를 맞춰 주세요(NTP).',
  clockUnsure:
    '캘린더의 응답에 시각이 없어 회의실이 반납되지 않습니다. 캘린더와 태블릿 사이의 장비를 확인해 주세요.',
  journalUnreadable:
    '패널의 사용자가 데이터 폴더를 읽을 수 있게 하고 디스크 상태를 확인해 주세요. 회의실은 반납되지 않습니다.',
  journalCorrupt: '다음에 시작할 때 따로 두고 새 기록을 만듭니다.',
  journalLost: '이전 기록이 없어졌습니다. 디스크 상태를 확인해 주세요. 다음에 시작할 때 새 기록을 만듭니다.',
  journalIncomplete:
    '체크인이 빠졌을 수 있습니다. 그 이전의 예약은 반납되지 않으며, 하루가 지나면 정상으로 돌아옵니다.',
  seriesGuard:
    '한 번의 처리가 반복 일정의 다른 회차에도 영향을 주어 회의실이 반납되지 않습니다. 원인을 확인한 뒤 room-panel clear-series-guard를 실행해 주세요.',
  notWritable: '패널의 사용자가 쓸 수 있게 하고 디스크가 가득 찼는지 확인해 주세요.',
  pictureUnreadable:
    '그림을 그 위치에 두고 패널의 사용자가 읽을 수 있게 하거나, display에서 빼 주세요. 지금은 표시되지 않습니다.',
  diskFull: '디스크 공간을 확보해 주세요. 체크인을 저장해야 합니다.',
  pageUnreachable:
    '화면을 보거나 누를 수 없어 회의실이 반납되지 않습니다. 화면을 가리는 창을 닫고, 디스플레이를 켜거나 터치스크린을 연결해 주세요.',
  pageSilent: '화면이 응답하지 않습니다. 디스플레이가 켜져 있는지 확인하고 패널을 다시 시작해 주세요.',
  statusMissing: '실행 중인 패널이 상태를 알리지 않습니다. 로그를 확인해 주세요.',
  statusOld:
    '실행 중인 패널이 새 상태를 알리지 않아 화면이 오래되었을 수 있습니다. 로그와 디스크를 확인해 주세요.',
  panelNotRunning: '화면에 아무것도 없습니다. 패널(room-panel.service)을 시작하고 로그를 확인해 주세요.',
  doorUnknown:
    '회의실이 비어 있는지 알 수 없어 그렇게 표시하고 있습니다. 다음에 읽으면 해결되며, 계속되면 다른 항목과 로그를 확인해 주세요.',
  pageCrashes:
    '화면이 반복해서 중단되어 대체 화면을 표시하고 있습니다. 로그의 page.gone과 page.failed를 확인해 주세요. 자동으로 다시 시도합니다.',
  programCrashes:
    '프로그램이 반복해서 중단되어 대체 화면을 표시하고 있습니다. 로그의 gave-up을 확인해 주세요. 자동으로 다시 시도합니다.',
  approvalNeeded:
    '이 회의실은 모든 예약에 승인이 필요하고 앱의 예약은 승인되지 않으므로 문 앞에서 예약할 수 없습니다. booking.who를 off로 하거나 회의실의 승인 설정을 해제하세요.',
  trialBuild: '시험용 패키지이며 Electron에 알려진 취약점이 있을 수 있습니다. 정식 버전을 설치해 주세요.',
}
