import { code, plural } from '../message.ts'
import type { SetUpWords } from '../set-up-words.ts'

export const setUp: SetUpWords = {
  configurationMissing: (file) => `設定ファイル ${code(file)} が見つかりません。`,
  configurationUnreadable: (file) => `設定ファイル ${code(file)} を JSON として読み取れません。`,
  configurationInvalid: '設定に使用できない値があります。',
  fault: {
    required: (path) => `${code(path)} がありません`,
    unknownKey: (path) => `${code(path)} という設定項目はありません`,
    type: (path) => `${code(path)} の値の型が違います`,
    origin: (path) => `${code(path)} はパスのない https アドレスではありません`,
    eitherHub: (path) => `${code(path)} は ${code('hub')} と併用できません`,
    brokerUrl: (path) => `${code(path)} は ${code('mqtts://')} のアドレスではありません`,
    doorId: (path) => `${code(path)} はドアの ID ではありません`,
    file: (path) => `${code(path)} はファイルの完全なパスではありません`,
    appId: (path) => `${code(path)} はアプリ ID（${code('cli_…')}）ではありません`,
    roomId: (path) => `${code(path)} は会議室 ID（${code('omm_…')}）ではありません`,
    openId: (path) => `${code(path)} は従業員の ID（${code('ou_…')}）ではありません`,
    range: (path) => `${code(path)} は範囲外です`,
    choice: (path) => `${code(path)} は選択肢にない値です`,
    timeOfDay: (path) => `${code(path)} は時刻（${code('08:00')}）ではありません`,
    timeZone: (path) => `${code(path)} はタイムゾーン（${code('Asia/Tokyo')}）ではありません`,
    color: (path) => `${code(path)} は色（${code('#1b50bd')}）ではありません`,
    contrast: (path) => `${code(path)} は白い文字にも黒い文字にもコントラストが足りません`,
    alike: (path) => `${code(path)} は色覚によっては他の状態の色と見分けられません`,
    imageFile: (path) =>
      `${code(path)} は ${code('.png')}、${code('.jpg')}、${code('.webp')}、${code('.svg')} のファイルではありません`,
  },
  moreFaults: plural('ja-JP', { other: 'ほか # 件' }),
  secretMissing: (appId) => `キーリングにアプリ ${code(appId)} のシークレットがありません。`,
  secretOfOtherOrigin: (origin) => `キーリングのシークレットは ${code(origin)} 用ではありません。`,
  passwordMissing: (door) => `ドア ${code(door)} のブローカー用パスワードがキーリングにありません。`,
  keyringLocked: 'キーリングがロックされています。',
  keyringTimedOut: 'キーリングが時間内に応答しませんでした。',
  keyringUnavailable: 'キーリングが応答しません。',
  orderWanted: (file) =>
    `設定するには、${code(file)} を USB メモリーかパネルのデータフォルダーに置いてください。`,
  orderFailed: (file, fault) => `${code(file)} は使用しませんでした（${code(fault)}）。`,
  advice: '解決すると、パネルは自動的に再開します。',
}
