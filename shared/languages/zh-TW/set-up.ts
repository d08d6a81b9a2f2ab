import { code, plural } from '../message.ts'
import type { SetUpWords } from '../set-up-words.ts'

export const setUp: SetUpWords = {
  configurationMissing: (file) => `找不到設定檔 ${code(file)}。`,
  configurationUnreadable: (file) => `設定檔 ${code(file)} 無法讀取，或不是有效的 JSON。`,
  configurationInvalid: '設定中有無效的值。',
  fault: {
    required: (path) => `缺少 ${code(path)}`,
    unknownKey: (path) => `${code(path)} 不是已知的設定項目`,
    type: (path) => `${code(path)} 的值類型不正確`,
    origin: (path) => `${code(path)} 不是 https 位址，或帶有路徑`,
    appId: (path) => `${code(path)} 不是應用程式 ID（${code('cli_…')}）`,
    roomId: (path) => `${code(path)} 不是會議室 ID（${code('omm_…')}）`,
    openId: (path) => `${code(path)} 不是員工 ID（${code('ou_…')}）`,
    range: (path) => `${code(path)} 超出允許範圍`,
    choice: (path) => `${code(path)} 不在可選的值之中`,
    timeOfDay: (path) => `${code(path)} 不是時間（${code('08:00')}）`,
    timeZone: (path) => `${code(path)} 不是時區（${code('Asia/Taipei')}）`,
    color: (path) => `${code(path)} 不是顏色（${code('#1b50bd')}）`,
    contrast: (path) => `${code(path)} 與白字或黑字的對比都不足`,
    alike: (path) => `色覺障礙者無法分辨 ${code(path)} 與其他狀態的顏色`,
    imageFile: (path) =>
      `${code(path)} 不是 ${code('.png')}、${code('.jpg')}、${code('.webp')} 或 ${code('.svg')} 檔案`,
  },
  moreFaults: plural('zh-TW', { other: '另有 # 項' }),
  secretMissing: (appId) => `系統鑰匙圈中沒有應用程式 ${code(appId)} 的密鑰。`,
  secretOfOtherOrigin: (origin) => `系統鑰匙圈中的密鑰不適用於 ${code(origin)}。`,
  keyringLocked: '系統鑰匙圈已鎖定。',
  keyringTimedOut: '系統鑰匙圈未及時回應。',
  keyringUnavailable: '系統鑰匙圈沒有回應。',
  orderWanted: (file) => `請將 ${code(file)} 放入 USB 隨身碟或面板的資料夾，即可完成設定。`,
  orderFailed: (file, fault) => `未使用 ${code(file)}（${code(fault)}）。`,
  advice: '問題解決後，面板會自動繼續。',
}
