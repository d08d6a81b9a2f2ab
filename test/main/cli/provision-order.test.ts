import { expect, test } from 'vitest'
import { parseOrder } from '../../../main/cli/provision-order.ts'

const config = {
  feishu: { origin: 'https://open.feishu.cn', appId: 'cli_a1b2c3d4e5f60718' },
  room: { id: 'omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9' },
}
const appSecret = 'Zx81kQ0pLm3Rt7Vw2Yb9Nc4Hd6Jf5Gs1'
const faultsIn = (order: unknown) => {
  const parsed = parseOrder(typeof order === 'string' ? order : JSON.stringify(order))
  return parsed.ok ? [] : parsed.error
}
const withConfig = (part: object) => ({ config: { ...config, ...part }, appSecret })

test.each([
  ['half of it', `{\n"appSecret":"${appSecret}"`, 'it is no JSON from line 2, column 47 on'],
  ['a secret without quotes', `{"appSecret": ${appSecret}}`, 'it is no JSON from line 1, column 15 on'],
  [
    'a number that is too large',
    withConfig({ checkIn: { graceMinutes: 500 } }),
    'config.checkIn.graceMinutes is 500, and must be a whole number from 1 to 120',
  ],
  [
    'a mode that is none',
    withConfig({ checkIn: { mode: 'on' } }),
    'config.checkIn.mode is "on", and must be one of off, observe, auto',
  ],
  [
    'a text for a number',
    withConfig({ officeHours: { days: [1, 'Tuesday'] } }),
    'config.officeHours.days.1 is "Tuesday", and must be a number',
  ],
  [
    'a PIN where none belongs',
    withConfig({ locale: '471147' }),
    'config.locale must be one of de-DE, en-US, fr-FR, ja-JP, ko-KR, zh-CN, zh-TW',
  ],
  [
    'a secret where none belongs',
    withConfig({ timeZone: appSecret }),
    'config.timeZone must be a time zone like Asia/Shanghai',
  ],
])('%s: says where, what, and what it may be, but nothing that may be a secret', (_what, order, sentence) => {
  expect(faultsIn(order)).toEqual([sentence])
})

test.each([` ${appSecret}`, `${appSecret}\n`, `${appSecret}\r\n`, `\u00a0${appSecret}`])(
  'blanks around a secret are named (%j)',
  (blank) => {
    expect(faultsIn({ config, appSecret: blank })).toEqual([
      'appSecret has blanks or a line end before or after it',
    ])
  },
)
