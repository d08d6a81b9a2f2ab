import type { AdviceWords } from '../advice-words.ts'

export const advice: AdviceWords = {
  unreachable: 'このタブレットからカレンダーのホスト、またはハブのブローカーに接続できるか確認してください。',
  nameUnresolved:
    'ホスト名を解決できません。feishu.origin と、このネットワークの DNS サーバーを確認してください。',
  connectionRefused: 'ホストが接続を拒否しています。feishu.origin とファイアウォールを確認してください。',
  offline: 'ホストへの経路がありません。ケーブルまたは Wi-Fi と、経路を確認してください。',
  timedOut: '時間内に応答がありませんでした。ファイアウォールが接続を破棄していないか確認してください。',
  tlsFailed:
    'ホストの証明書を信頼できません。タブレットの時計を確認し、プロキシが TLS を復号する場合は社内の証明書をインストールしてください。',
  proxyFailed:
    'プロキシが応答しないか、タブレットのログインを受け付けません。プロキシのアドレスと、room-panel provision の proxyLogin を確認してください。',
  gatewayFault:
    '途中のゲートウェイがカレンダーから応答を得られません。通常は自然に回復します。続く場合はゲートウェイの管理者に連絡してください。',
  foreignAnswer:
    'カレンダー以外から応答がありました。Wi-Fi のポータルにログインするか、タブレットを対象外にしてください。feishu.origin も確認してください。',
  cachedAnswer:
    '途中のキャッシュが古い応答を返しています。カレンダーのホストをプロキシのキャッシュから除外してください。',
  timeContradicted:
    '応答の時刻がこれまでと一致しません。カレンダーとタブレットの間の機器を確認してください。新しい時刻が続けば、最終的にそれを採用します。',
  timeUnknown:
    '応答に時刻がなく、タブレットもまだ時刻を知りません。プロキシが応答の Date ヘッダーを通すようにしてください。パネルは待機しています。',
  connectionBroken:
    '接続が切れました。通常は自然に回復します。続く場合はプロキシとファイアウォールを確認してください。',
  credentialsRejected:
    'App ID または App Secret が正しくありません。feishu.appId を確認し、開発者コンソールの App Secret を room-panel rotate で設定してください。',
  appDisabled: '管理コンソールでアプリを有効にし、自社向けに公開してください。',
  scopeMissing:
    '開発者コンソールでこの権限をアプリに追加してバージョンを公開し、管理コンソールで承認を受けてください。',
  addressDenied:
    'トークンは発行されますが、ほかはすべて拒否されます。この拠点のグローバル IPv4 アドレスをアプリの IP 許可リストに追加してください。',
  rateLimited:
    '呼び出しが多すぎます。通常は自然に回復します。続く場合は、パネルを複数のアプリに分けてください。',
  quotaSpent: '今月の会社の呼び出し回数を使い切りました。追加購入するか、翌月1日までお待ちください。',
  shareSpent:
    'このパネルの今月の割り当てを使い切ったため、読み取りを減らしています。budget.callsPerMonth を増やすか、翌月1日までお待ちください。',
  roomUnknown: 'カレンダーにこの会議室がありません。room.id を確認してください。',
  roomUnreadable:
    '会議室を一時的に読み取れないか、アプリのデータ範囲に含まれていません。アプリの権限を確認して、再試行してください。',
  botMissing:
    'ドアでの予約はできません。開発者コンソールでアプリのボット機能を有効にし、バージョンを公開してください。',
  calendarDenied:
    'アプリが自身のカレンダーを使用できないため、ドアでの予約はできません。自動的に再確認します。続く場合は、コードと log id をサポートに伝えてください。',
  platformFault:
    'カレンダー側で障害が発生しています。通常は自然に回復します。続く場合は、log id をサポートに伝えてください。',
  secretUnavailable: 'キーリングからシークレットを取得できません。room-panel doctor を実行してください。',
  ticketMissing:
    'Feishu はストアアプリに 1 時間ごとにチケットを送りますが、有効なものがハブにありません。room-panel-hub doctor を実行し、開発者コンソールのリクエスト URL とハブの手前のプロキシを確認してください。',
  unexpected: 'このバージョンでは解釈できない応答です。コードと log id をサポートに伝えてください。',
  configurationMissing: '設定ファイルを作成するか、room-panel provision を実行してください。',
  configurationUnreadable:
    'パネルのユーザーがファイルを読み取れるようにし、JSON であることを確認してください。',
  configurationInvalid: '値を修正してください。',
  secretMissing: 'シークレットを指定して room-panel provision を実行してください。',
  secretOfOtherOrigin:
    'シークレットは別の feishu.origin 用に保存されているため、ここには送信しません。origin を修正するか、新しい origin で room-panel provision を実行してください。',
  passwordMissing: 'room-panel-hub enrol でコードを作成し、room-panel provision に渡してください。',
  keyringLocked:
    'キーリングのロックを解除してください。ログインパスワードを使用している場合は、ユーザーのログイン時に解除されます。',
  keyringTimedOut:
    'キーリングが時間内に応答しませんでした。自動的に再試行します。続く場合は、タブレットの負荷を調べ、キーリングを再起動してください。',
  keyringUnavailable:
    'このセッションでキーリング（Linux では gnome-keyring）を起動し、そのユーザーで実行してください。',
  keyringNotKept:
    'キーリングが、起動時に読み取るファイルへ書き込んでいません。ディスクの空きを確保し、キーリングを再起動して、もう一度実行してください。',

  brokerUnreachable:
    'ブローカーが応答しません。hub.broker、名前解決、途中のファイアウォールを確認してください。プロキシは使いません。',
  brokerNotTrusted:
    'タブレットがブローカーの証明書を信頼していません。hub.caFile、hub.broker の名前、タブレットの時計を確認してください。',
  brokerDenied:
    'ブローカーがこのドアを受け付けません。room-panel-hub doors を確認し、room-panel provision に別のコードを渡してください。',
  hubSilent:
    'ブローカーには接続できますが、ハブからの通知がありません。ハブのサービスとログを確認してください。',
  viewMissing:
    'ハブはまだこのドアに部屋の情報を送っていません。room-panel-hub doors とハブのログを確認してください。',
  viewOld: 'ハブは動作していますが、長い間この部屋を読み取っていません。ハブのログを確認してください。',
  otherRoom:
    'ハブが room.id とは別の部屋を知らせているため、表示していません。この部屋のコードでドアを設定し直してください。',
  codeMalformed: 'コードの形式が正しくありません。room-panel-hub enrol が表示したとおりに入力してください。',
  codeUnknown:
    'ハブにこのコードはありません。enrolment.url を確認するか、room-panel-hub enrol で別のコードを作成してください。',
  codeUsed:
    'このコードは使用済みです。room-panel-hub enrol で別のコードを作成し、使われていないドアは room-panel-hub unassign で外してください。',
  codeExpired: 'コードの作成から 7 日を過ぎています。room-panel-hub enrol で別のコードを作成してください。',
  enrolmentUnready:
    'ハブのブローカーまたはデータベースが停止しているため、今はドアを登録できません。同じコードを後で使えます。',
  enrolmentUnreachable:
    'ハブに接続できませんでした。コードは未使用です。enrolment.url、その証明書、ネットワークを確認してください。',
  enrolmentForeign: 'ハブの応答ではありません。enrolment.url とハブの前段のプロキシを確認してください。',
  enrolmentLost:
    'ハブの応答が失われ、コードは使用済みの可能性があります。もう一度実行し、使用済みなら room-panel-hub enrol で別のコードを作成してください。',
  authorityUnreadable:
    'ブローカーの認証局の証明書（PEM）を、パネルのユーザーが読めるようにそこへ置いてください。',
  otherAuthority:
    'hub.caFile は room-panel-hub enrol が示した証明書ではありません。正しい証明書を置くか、enrolment.caFingerprint を修正してください。',

  clockSkewed:
    'パネルはカレンダーの時刻に従うため、表示は正しいままです。証明書のために、タブレットの時計を合わせてください（NTP）。',
  clockUnsure:
    'カレンダーの応答に時刻がないため、会議室は解放されません。カレンダーとタブレットの間の機器を確認してください。',
  journalUnreadable:
    'パネルのユーザーがデータフォルダーを読み取れるようにし、ディスクの状態を確認してください。会議室は解放されません。',
  journalCorrupt: '次回の起動時に退避して、新しい記録を作成します。',
  journalLost:
    '以前の記録がなくなりました。ディスクの状態を確認してください。次回の起動時に新しい記録を作成します。',
  journalIncomplete:
    'チェックインが欠けている可能性があります。それより前の予約は解放されません。1日で元に戻ります。',
  seriesGuard:
    '操作が定例会議のほかの回にも影響したため、会議室は解放されません。原因を調べてから、room-panel clear-series-guard を実行してください。',
  notWritable: 'パネルのユーザーが書き込めるようにし、ディスクの空きを確認してください。',
  pictureUnreadable:
    '画像をその場所に置き、パネルのユーザーが読み取れるようにするか、display から削除してください。現在は表示されていません。',
  diskFull: 'ディスクの空きを確保してください。チェックインを保存する必要があります。',
  pageUnreachable:
    '画面を見たり操作したりできないため、会議室は解放されません。覆っているウィンドウを閉じ、ディスプレイの電源を入れるか、タッチパネルを接続してください。',
  pageSilent: '画面が応答しません。ディスプレイの電源を確認し、パネルを再起動してください。',
  statusMissing: '動作中のパネルから状態の報告がありません。ログを確認してください。',
  statusOld:
    '動作中のパネルから新しい報告がなく、表示が古い可能性があります。ログとディスクを確認してください。',
  panelNotRunning:
    '画面に何も表示されていません。パネル（room-panel.service）を起動し、ログを確認してください。',
  doorUnknown:
    '空室かどうかを判断できず、そのように表示しています。次の読み取りで回復します。続く場合は、ほかの項目とログを確認してください。',
  pageCrashes:
    '画面が繰り返し異常終了したため、代わりのページを表示しています。ログの page.gone と page.failed を確認してください。自動的に再試行します。',
  programCrashes:
    'プログラムが繰り返し異常終了したため、代わりのページを表示しています。ログの gave-up を確認してください。自動的に再試行します。',
  approvalNeeded:
    'この会議室の予約にはすべて承認が必要で、アプリの予約は承認されないため、入口から予約できません。booking.who を off にするか、会議室の承認設定を外してください。',
  trialBuild:
    'これは試用のパッケージで、Electron に既知の脆弱性がある可能性があります。正式版をインストールしてください。',
}
