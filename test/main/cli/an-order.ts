import { secretAccounts } from '../../../engine/installation/app-secret.ts'

export const config = {
  feishu: { origin: 'https://open.feishu.cn', appId: 'cli_a1b2c3d4e5f60718' },
  room: { id: 'omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9' },
}

export const appSecret = 'Zx81kQ0pLm3Rt7Vw2Yb9Nc4Hd6Jf5Gs1'

export const order = { config, appSecret, adminPin: '471147' }

/** The keyring of a panel that was set up before, with another secret. */
export const before = [
  ...secretAccounts(config.feishu, 'the old secret'),
  ['admin-pin', 'the old PIN'],
] as const

/** All that such a tablet has. */
export const asBefore = {
  secrets: Object.fromEntries(before),
  files: ['config.json'],
  configuration: 'the old configuration',
}
