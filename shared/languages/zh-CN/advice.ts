import type { AdviceWords } from '../advice-words.ts'

export const advice: AdviceWords = {
  unreachable: '请检查此平板能否访问日历的主机，或其中枢的消息代理。',
  nameUnresolved: 'DNS 找不到该主机：请检查 feishu.origin 和此网络的 DNS 服务器。',
  connectionRefused: '主机拒绝连接：请检查 feishu.origin 和防火墙。',
  offline: '无法到达主机：请检查网线或 Wi-Fi 以及路由。',
  timedOut: '未及时收到响应：请检查防火墙是否丢弃了连接。',
  tlsFailed: '平板不信任主机的证书：请检查平板的时钟；如果代理会解密 TLS，请安装公司的证书。',
  proxyFailed: '代理没有响应，或不接受平板的登录：请检查代理地址，以及 room-panel provision 的 proxyLogin。',
  gatewayFault: '途中的网关收不到日历的响应：通常会自行恢复，否则请联系网关的管理员。',
  foreignAnswer: '响应不是来自日历：请登录 Wi-Fi 门户，或让平板绕过门户；并检查 feishu.origin。',
  cachedAnswer: '途中的缓存返回了旧的响应：请让代理不缓存日历的主机。',
  timeContradicted:
    '响应的时间与之前的不一致：请检查日历与平板之间的设备。如果新的时间持续不变，最终会被采用。',
  timeUnknown: '响应中没有时间，平板也还不知道时间：请让代理保留响应的 Date 头。门牌正在等待。',
  connectionBroken: '连接中断：通常会自行恢复，否则请检查代理和防火墙。',
  credentialsRejected:
    '应用的 App ID 或 App Secret 有误：请检查 feishu.appId，并用 room-panel rotate 写入开发者后台的 App Secret。',
  appDisabled: '请在管理后台启用该应用，并为本公司发布。',
  scopeMissing: '请在开发者后台为应用添加此权限并发布版本，再由管理后台审核通过。',
  addressDenied: '凭证有效，但其他请求都被拒绝：请将本网络的公网 IPv4 地址加入应用的 IP 白名单。',
  rateLimited: '调用过于频繁：通常会自行恢复；如果持续，请为各门牌分配多个应用。',
  quotaSpent: '公司本月的调用次数已用完：请购买更多，或等到下月 1 日。',
  shareSpent: '此门牌本月的份额已用完，因此很少读取：请调高 budget.callsPerMonth，或等到下月 1 日。',
  roomUnknown: '日历中没有此会议室：请检查 room.id。',
  roomUnreadable: '会议室暂时无法读取，或不在应用的数据范围内：请检查应用对它的权限，然后重试。',
  botMissing: '无法在门口预订：请在开发者后台启用应用的机器人能力，并发布版本。',
  calendarDenied:
    '无法在门口预订，因为应用不能使用自己的日历：门牌会自动重新查找；如果持续，请将错误码和 log id 提供给技术支持。',
  platformFault: '日历服务出错：通常会自行恢复，否则请将 log id 提供给其技术支持。',
  secretUnavailable: '系统密钥库没有提供应用密钥：请运行 room-panel doctor。',
  ticketMissing:
    '飞书每小时向商店应用推送 ticket，而中枢没有有效的：请运行 room-panel-hub doctor，并检查开发者后台的请求地址和中枢前的代理。',
  unexpected: '日历的响应是此版本不认识的：请将错误码和 log id 提供给技术支持。',
  configurationMissing: '请写入配置，或运行 room-panel provision。',
  configurationUnreadable: '请让门牌的用户能读取该文件，并确认它是 JSON。',
  configurationInvalid: '请改正这些值。',
  secretMissing: '请用应用密钥运行 room-panel provision。',
  secretOfOtherOrigin:
    '密钥是为另一个 feishu.origin 保存的，不会发送到当前地址：请改正 origin，或为新的地址运行 room-panel provision。',
  passwordMissing: '请用 room-panel-hub enrol 生成代码，并交给 room-panel provision。',
  keyringLocked: '请解锁系统密钥库：如果它使用登录密码，用户登录时会自动解锁。',
  keyringTimedOut:
    '系统密钥库未及时响应：门牌会自动重试，或再运行一次；如果持续，请检查平板为何繁忙，并重启密钥库。',
  keyringUnavailable: '请在此会话中启动密钥库（Linux 上为 gnome-keyring），并以其用户运行。',
  keyringNotKept:
    '系统密钥库没有把收到的内容写入启动时读取的文件：请清理磁盘空间，重启密钥库，然后再运行一次。',

  brokerUnreachable: '消息代理没有应答：请检查 hub.broker、域名服务和途中的防火墙。此连接不使用代理服务器。',
  brokerNotTrusted: '平板不信任消息代理的证书：请检查 hub.caFile、hub.broker 中的名称和平板的时钟。',
  brokerDenied:
    '消息代理不允许此门牌登录：请查看 room-panel-hub doors，并把另一个代码交给 room-panel provision。',
  hubSilent: '消息代理在线，但听不到中枢：请查看中枢的服务及其日志。',
  viewMissing: '中枢还没有告诉此门牌会议室的情况：请查看 room-panel-hub doors 和中枢的日志。',
  viewOld: '中枢在线，但很久没有读取会议室：请查看中枢的日志。',
  otherRoom: '中枢告知的会议室与 room.id 不同，门牌不会显示它：请用本会议室的代码重新配置门牌。',
  codeMalformed: '这不可能是代码：请按 room-panel-hub enrol 打印的内容输入。',
  codeUnknown: '中枢不认识此代码：请检查 enrolment.url，或用 room-panel-hub enrol 生成另一个。',
  codeUsed:
    '此代码已被使用：请用 room-panel-hub enrol 生成另一个，并用 room-panel-hub unassign 移除不存在的门牌。',
  codeExpired: '此代码已超过 7 天：请用 room-panel-hub enrol 生成另一个。',
  enrolmentUnready: '中枢的消息代理或数据库不可用，暂时无法登记门牌：稍后可用同一代码。',
  enrolmentUnreachable: '没有连上中枢，代码未被使用：请检查 enrolment.url、其证书和网络。',
  enrolmentForeign: '这不是中枢的应答：请检查 enrolment.url 和中枢前的代理服务器。',
  enrolmentLost:
    '中枢的应答丢失，代码可能已被使用：请再运行一次；若已被使用，请用 room-panel-hub enrol 生成另一个。',
  authorityUnreadable: '请把消息代理的证书颁发机构证书（PEM）放到那里，并让面板的用户可读。',
  otherAuthority:
    'hub.caFile 不是 room-panel-hub enrol 给出的证书：请放上正确的证书，或更正 enrolment.caFingerprint。',

  clockSkewed: '门牌以日历的时间为准，因此显示正确；但证书依赖平板的时钟，请校准（NTP）。',
  clockUnsure: '日历的响应中没有时间，因此不会释放会议室：请检查日历与平板之间的设备。',
  journalUnreadable: '请让门牌的用户能读取其数据文件夹，并检查磁盘是否正常。在此之前不会释放会议室。',
  journalCorrupt: '门牌会在下次启动时将其搁置，并新建一份。',
  journalLost: '原有的签到记录不见了：请检查磁盘是否正常。门牌会在下次启动时新建一份。',
  journalIncomplete: '可能缺少签到：缺口之前的预订不会被释放；一天后恢复正常。',
  seriesGuard:
    '一次操作影响了重复日程的其他场次，因此不会释放会议室：请查明原因，然后运行 room-panel clear-series-guard。',
  notWritable: '请让门牌的用户能写入该位置，并检查磁盘是否已满。',
  pictureUnreadable: '请将图片放在该位置并让门牌的用户能读取，或从 display 中删除：目前门牌不显示它。',
  diskFull: '请清理磁盘空间：签到必须能够保存。',
  pageUnreachable: '页面看不见或摸不到，因此不会释放会议室：请关闭遮挡它的窗口，打开显示器，或连接触摸屏。',
  pageSilent: '屏幕没有响应：请检查显示器是否开启，并重新启动门牌。',
  statusMissing: '正在运行的门牌没有报告状态：请查看其日志。',
  statusOld: '正在运行的门牌没有报告新的状态，屏幕显示可能已过时：请查看其日志和磁盘。',
  panelNotRunning: '屏幕上没有显示：请启动门牌（room-panel.service），并查看其日志。',
  doorUnknown: '门牌无法确定会议室是否空闲，并已如实显示：下次读取后通常会恢复，否则请查看其他各项和日志。',
  pageCrashes: '页面反复崩溃，已改为显示备用页面：请查看日志中的 page.gone 和 page.failed。门牌会自动重试。',
  programCrashes: '程序反复崩溃，已改为显示备用页面：请查看日志中的 gave-up。门牌会自动重试。',
  approvalNeeded:
    '该会议室的每次预订都需要审批，而应用的预订无法获批，因此门口不能预订：请将 booking.who 设为 off，或取消该会议室的审批。',
  trialBuild: '此安装包仅供试用，其 Electron 可能有已知漏洞：请安装正式版本。',
}
