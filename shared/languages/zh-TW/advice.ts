import type { AdviceWords } from '../advice-words.ts'

export const advice: AdviceWords = {
  unreachable: '請檢查此平板能否連線至行事曆的主機，或其中樞的訊息代理。',
  nameUnresolved: 'DNS 找不到該主機：請檢查 feishu.origin 和此網路的 DNS 伺服器。',
  connectionRefused: '主機拒絕連線：請檢查 feishu.origin 和防火牆。',
  offline: '無法連線至主機：請檢查網路線或 Wi-Fi 以及路由。',
  timedOut: '未及時收到回應：請檢查防火牆是否丟棄了連線。',
  tlsFailed: '平板不信任主機的憑證：請檢查平板的時鐘；如果 Proxy 會解密 TLS，請安裝公司的憑證。',
  proxyFailed:
    'Proxy 沒有回應，或不接受平板的登入：請檢查 Proxy 位址，以及 room-panel provision 的 proxyLogin。',
  gatewayFault: '途中的閘道收不到行事曆的回應：通常會自行恢復，否則請聯絡閘道的管理員。',
  foreignAnswer: '回應不是來自行事曆：請登入 Wi-Fi 入口網站，或讓平板略過它；並檢查 feishu.origin。',
  cachedAnswer: '途中的快取傳回了舊的回應：請讓 Proxy 不要快取行事曆的主機。',
  timeContradicted:
    '回應的時間與先前的不一致：請檢查行事曆與平板之間的設備。如果新的時間持續不變，最終會被採用。',
  timeUnknown: '回應中沒有時間，平板也還不知道時間：請讓 Proxy 保留回應的 Date 標頭。面板正在等待。',
  connectionBroken: '連線中斷：通常會自行恢復，否則請檢查 Proxy 和防火牆。',
  credentialsRejected:
    '應用程式的 App ID 或 App Secret 有誤：請檢查 feishu.appId，並用 room-panel rotate 寫入開發者後台的 App Secret。',
  appDisabled: '請在管理後台啟用該應用程式，並為本公司發布。',
  scopeMissing: '請在開發者後台為應用程式新增此權限並發布版本，再由管理後台審核通過。',
  addressDenied: '憑證有效，但其他請求都被拒絕：請將本網路的公用 IPv4 位址加入應用程式的 IP 白名單。',
  rateLimited: '呼叫過於頻繁：通常會自行恢復；如果持續，請為各面板分配多個應用程式。',
  quotaSpent: '公司本月的呼叫次數已用完：請購買更多，或等到下個月 1 日。',
  shareSpent: '此面板本月的份額已用完，因此很少讀取：請調高 budget.callsPerMonth，或等到下個月 1 日。',
  roomUnknown: '行事曆中沒有這間會議室：請檢查 room.id。',
  roomUnreadable: '會議室暫時無法讀取，或不在應用程式的資料範圍內：請檢查應用程式對它的權限，然後重試。',
  botMissing: '無法在門口預約：請在開發者後台啟用應用程式的機器人功能，並發布版本。',
  calendarDenied:
    '無法在門口預約，因為應用程式不能使用自己的行事曆：面板會自動重新尋找；如果持續，請將錯誤碼和 log id 提供給技術支援。',
  platformFault: '行事曆服務發生錯誤：通常會自行恢復，否則請將 log id 提供給其技術支援。',
  secretUnavailable: '系統鑰匙圈沒有提供應用程式密鑰：請執行 room-panel doctor。',
  ticketMissing:
    '飛書每小時向商店應用程式推送 ticket，而中樞沒有有效的：請執行 room-panel-hub doctor，並檢查開發者後台的請求網址和中樞前的代理伺服器。',
  unexpected: '此版本無法辨識行事曆的回應：請將錯誤碼和 log id 提供給技術支援。',
  configurationMissing: '請寫入設定，或執行 room-panel provision。',
  configurationUnreadable: '請讓面板的使用者能讀取該檔案，並確認它是 JSON。',
  configurationInvalid: '請更正這些值。',
  secretMissing: '請用應用程式密鑰執行 room-panel provision。',
  secretOfOtherOrigin:
    '密鑰是為另一個 feishu.origin 儲存的，不會傳送到目前的位址：請更正 origin，或為新的位址執行 room-panel provision。',
  passwordMissing: '請用 room-panel-hub enrol 產生代碼，並交給 room-panel provision。',
  keyringLocked: '請解鎖系統鑰匙圈：如果它使用登入密碼，使用者登入時會自動解鎖。',
  keyringTimedOut:
    '系統鑰匙圈未及時回應：面板會自動重試，或再執行一次；如果持續，請檢查平板為何忙碌，並重新啟動鑰匙圈。',
  keyringUnavailable: '請在此工作階段中啟動鑰匙圈（Linux 上為 gnome-keyring），並以其使用者執行。',
  keyringNotKept:
    '系統鑰匙圈沒有把收到的內容寫入啟動時讀取的檔案：請清出磁碟空間，重新啟動鑰匙圈，然後再執行一次。',

  brokerUnreachable: '訊息代理沒有回應：請檢查 hub.broker、名稱服務與途中的防火牆。此連線不使用代理伺服器。',
  brokerNotTrusted: '平板不信任訊息代理的憑證：請檢查 hub.caFile、hub.broker 中的名稱與平板的時鐘。',
  brokerDenied:
    '訊息代理不允許此門牌登入：請查看 room-panel-hub doors，並把另一個代碼交給 room-panel provision。',
  hubSilent: '訊息代理在線，但聽不到中樞：請查看中樞的服務及其記錄。',
  viewMissing: '中樞還沒有告訴此門牌會議室的情況：請查看 room-panel-hub doors 與中樞的記錄。',
  viewOld: '中樞在線，但很久沒有讀取會議室：請查看中樞的記錄。',
  otherRoom: '中樞告知的會議室與 room.id 不同，門牌不會顯示它：請用本會議室的代碼重新設定門牌。',
  codeMalformed: '這不可能是代碼：請依 room-panel-hub enrol 印出的內容輸入。',
  codeUnknown: '中樞不認識此代碼：請檢查 enrolment.url，或用 room-panel-hub enrol 產生另一個。',
  codeUsed:
    '此代碼已被使用：請用 room-panel-hub enrol 產生另一個，並用 room-panel-hub unassign 移除不存在的門牌。',
  codeExpired: '此代碼已超過 7 天：請用 room-panel-hub enrol 產生另一個。',
  enrolmentUnready: '中樞的訊息代理或資料庫無法使用，暫時無法登記門牌：稍後可用同一代碼。',
  enrolmentUnreachable: '沒有連上中樞，代碼未被使用：請檢查 enrolment.url、其憑證與網路。',
  enrolmentForeign: '這不是中樞的回應：請檢查 enrolment.url 與中樞前的代理伺服器。',
  enrolmentLost:
    '中樞的回應遺失，代碼可能已被使用：請再執行一次；若已被使用，請用 room-panel-hub enrol 產生另一個。',
  authorityUnreadable: '請把訊息代理的憑證授權單位憑證（PEM）放到那裡，並讓面板的使用者可讀。',
  otherAuthority:
    'hub.caFile 不是 room-panel-hub enrol 給出的憑證：請放上正確的憑證，或更正 enrolment.caFingerprint。',

  clockSkewed: '面板以行事曆的時間為準，因此顯示正確；但憑證依賴平板的時鐘，請校正（NTP）。',
  clockUnsure: '行事曆的回應中沒有時間，因此不會釋出會議室：請檢查行事曆與平板之間的設備。',
  journalUnreadable: '請讓面板的使用者能讀取其資料夾，並檢查磁碟是否正常。在此之前不會釋出會議室。',
  journalCorrupt: '面板會在下次啟動時將其擱置，並建立新的一份。',
  journalLost: '原有的報到記錄不見了：請檢查磁碟是否正常。面板會在下次啟動時建立新的一份。',
  journalIncomplete: '可能缺少報到：缺口之前的預約不會釋出；一天後恢復正常。',
  seriesGuard:
    '一次操作影響了週期性行程的其他場次，因此不會釋出會議室：請查明原因，然後執行 room-panel clear-series-guard。',
  notWritable: '請讓面板的使用者能寫入該位置，並檢查磁碟是否已滿。',
  pictureUnreadable: '請將圖片放在該位置並讓面板的使用者能讀取，或從 display 中移除：目前面板不顯示它。',
  diskFull: '請清出磁碟空間：報到必須能夠儲存。',
  pageUnreachable:
    '頁面看不到或觸控不到，因此不會釋出會議室：請關閉遮住它的視窗，開啟顯示器，或接上觸控螢幕。',
  pageSilent: '螢幕沒有回應：請檢查顯示器是否開啟，並重新啟動面板。',
  statusMissing: '執行中的面板沒有回報狀態：請查看其記錄檔。',
  statusOld: '執行中的面板沒有回報新的狀態，螢幕顯示可能已過時：請查看其記錄檔和磁碟。',
  panelNotRunning: '螢幕上沒有顯示：請啟動面板（room-panel.service），並查看其記錄檔。',
  doorUnknown: '面板無法確定會議室是否空閒，並已如實顯示：下次讀取後通常會恢復，否則請查看其他各項和記錄檔。',
  pageCrashes:
    '頁面反覆當機，已改為顯示備用頁面：請查看記錄檔中的 page.gone 和 page.failed。面板會自動重試。',
  programCrashes: '程式反覆當機，已改為顯示備用頁面：請查看記錄檔中的 gave-up。面板會自動重試。',
  approvalNeeded:
    '這間會議室的每次預約都需要審核，而應用程式的預約無法通過審核，因此門口不能預約：請將 booking.who 設為 off，或取消會議室的審核。',
  trialBuild: '此安裝套件僅供試用，其 Electron 可能有已知漏洞：請安裝正式版本。',
}
