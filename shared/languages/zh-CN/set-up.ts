import { code, plural } from '../message.ts'
import type { SetUpWords } from '../set-up-words.ts'

export const setUp: SetUpWords = {
  configurationMissing: (file) => `找不到配置文件 ${code(file)}。`,
  configurationUnreadable: (file) => `配置文件 ${code(file)} 无法读取，或不是有效的 JSON。`,
  configurationInvalid: '配置中有无效的值。',
  fault: {
    required: (path) => `缺少 ${code(path)}`,
    unknownKey: (path) => `${code(path)} 不是已知的配置项`,
    type: (path) => `${code(path)} 的值类型不对`,
    origin: (path) => `${code(path)} 不是 https 地址，或带有路径`,
    appId: (path) => `${code(path)} 不是应用 ID（${code('cli_…')}）`,
    roomId: (path) => `${code(path)} 不是会议室 ID（${code('omm_…')}）`,
    openId: (path) => `${code(path)} 不是员工 ID（${code('ou_…')}）`,
    range: (path) => `${code(path)} 超出允许的范围`,
    choice: (path) => `${code(path)} 不在可选值之中`,
    timeOfDay: (path) => `${code(path)} 不是时刻（${code('08:00')}）`,
    timeZone: (path) => `${code(path)} 不是时区（${code('Asia/Shanghai')}）`,
    color: (path) => `${code(path)} 不是颜色（${code('#1b50bd')}）`,
    contrast: (path) => `${code(path)} 与白字或黑字的对比度都不足`,
    alike: (path) => `色觉障碍者无法区分 ${code(path)} 与其他状态的颜色`,
    imageFile: (path) =>
      `${code(path)} 不是 ${code('.png')}、${code('.jpg')}、${code('.webp')} 或 ${code('.svg')} 文件`,
  },
  moreFaults: plural('zh-CN', { other: '另有 # 处' }),
  secretMissing: (appId) => `系统密钥库中没有应用 ${code(appId)} 的密钥。`,
  secretOfOtherOrigin: (origin) => `系统密钥库中的密钥不适用于 ${code(origin)}。`,
  keyringLocked: '系统密钥库已锁定。',
  keyringTimedOut: '系统密钥库未及时响应。',
  keyringUnavailable: '系统密钥库没有响应。',
  orderWanted: (file) => `请将 ${code(file)} 放入 U 盘或门牌的数据文件夹，即可完成设置。`,
  orderFailed: (file, fault) => `未使用 ${code(file)}（${code(fault)}）。`,
  advice: '问题解决后，门牌会自动继续。',
}
