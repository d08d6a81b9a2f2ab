import fc from 'fast-check'
import { expect, test } from 'vitest'
import { locales } from '../../../shared/languages/locales.ts'
import { parseConfiguration } from '../../../shared/config/parse-configuration.ts'

const least = {
  feishu: { origin: 'https://open.feishu.cn', appId: 'cli_a1b2c3d4e5f60718' },
  room: { id: 'omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9' },
}

test('the least that is needed becomes a whole configuration', () => {
  expect(parseConfiguration(least)).toEqual({
    ok: true,
    value: {
      ...least,
      checkIn: { mode: 'observe', opensMinutesBefore: 5, graceMinutes: 10, exemptHours: 8, exempt: [] },
      booking: {
        who: 'off',
        lengthsMinutes: [15, 30, 45, 60],
        longestMinutes: 60,
        hoursPerDay: 4,
        extensions: 2,
        extensionMinutes: 30,
        laterBookings: 2,
      },
      budget: { callsPerMonth: 8000 },
      officeHours: { from: '08:00', to: '20:00', days: [1, 2, 3, 4, 5] },
      privacy: { showTitle: true, showOrganizer: true },
      display: { theme: 'dark', dimOutsideOfficeHours: true, nightlyRestart: false, colors: {} },
      locale: 'zh-CN',
      locales: ['zh-CN', 'en-US', 'ja-JP'],
      follower: false,
    },
  })
})

test('a configuration written out and read again is the same', () => {
  const choices = fc.record(
    {
      checkIn: fc.record(
        {
          mode: fc.constantFrom('off', 'observe', 'auto'),
          graceMinutes: fc.integer({ min: 1, max: 120 }),
          exempt: fc.array(fc.string()),
        },
        { requiredKeys: [] },
      ),
      officeHours: fc.record({ days: fc.array(fc.integer({ min: 1, max: 7 })) }, { requiredKeys: [] }),
      display: fc.record(
        {
          theme: fc.constantFrom('light', 'dark'),
          hourCycle: fc.constantFrom(12, 24),
          dimOutsideOfficeHours: fc.boolean(),
          nightlyRestart: fc.boolean(),
          colors: fc.record({ free: fc.constantFrom('#8fe3ae', '#FFE08A') }, { requiredKeys: [] }),
          logo: fc.constantFrom('/etc/room-panel/logo.svg', 'C:\\brand\\LOGO.PNG'),
        },
        { requiredKeys: [] },
      ),
      locale: fc.constantFrom(...locales),
      locales: fc.array(fc.constantFrom(...locales)),
      timeZone: fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'UTC'),
      follower: fc.boolean(),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(choices, (chosen) => {
      const first = parseConfiguration({ ...least, ...chosen })
      if (!first.ok) expect.fail(JSON.stringify(first.error))
      expect(parseConfiguration(JSON.parse(JSON.stringify(first.value)))).toEqual(first)
    }),
  )
})

test.each([
  ['an unknown key', { ...least, colour: 'red' }, 'colour', 'unknownKey'],
  ['an unknown key inside', { ...least, checkIn: { grace: 5 } }, 'checkIn.grace', 'unknownKey'],
  ['a missing part', { feishu: least.feishu }, 'room', 'required'],
  ['a missing value', { ...least, room: {} }, 'room.id', 'required'],
  ['a number for a text', { ...least, room: { id: 7 } }, 'room.id', 'type'],
  ['a text for a number', { ...least, checkIn: { graceMinutes: '10' } }, 'checkIn.graceMinutes', 'type'],
  ['a bad room id', { ...least, room: { id: 'omm_1' } }, 'room.id', 'roomId'],
  ['a bad app id', { ...least, feishu: { ...least.feishu, appId: 'cli_x' } }, 'feishu.appId', 'appId'],
  ['too short a grace', { ...least, checkIn: { graceMinutes: 0 } }, 'checkIn.graceMinutes', 'range'],
  ['half a minute', { ...least, checkIn: { graceMinutes: 1.5 } }, 'checkIn.graceMinutes', 'range'],
  ['an eighth day', { ...least, officeHours: { days: [1, 8] } }, 'officeHours.days.1', 'range'],
  ['a mode that is none', { ...least, checkIn: { mode: 'on' } }, 'checkIn.mode', 'choice'],
  [
    'a colour that is none',
    { ...least, display: { colors: { free: 'green' } } },
    'display.colors.free',
    'color',
  ],
  [
    'a colour that no letters are readable on',
    { ...least, display: { colors: { inUse: '#c41e3a' } } },
    'display.colors.inUse',
    'contrast',
  ],
  [
    'a red that some see as the blue of check-in',
    { ...least, display: { colors: { inUse: '#24408f' } } },
    'display.colors.inUse',
    'alike',
  ],
  [
    'a green that is no other than our own red to some',
    { ...least, display: { colors: { free: '#005a2b' } } },
    'display.colors.free',
    'alike',
  ],
  [
    'a logo that is no picture',
    { ...least, display: { logo: '/etc/logo.pdf' } },
    'display.logo',
    'imageFile',
  ],
  ['a language that is none', { ...least, locale: 'tlh' }, 'locale', 'choice'],
  ['one language of several that is none', { ...least, locales: ['ja-JP', 'tlh'] }, 'locales.1', 'choice'],
  ['a clock of other hours', { ...least, display: { hourCycle: 13 } }, 'display.hourCycle', 'choice'],
  ['a time that is none', { ...least, officeHours: { from: '8' } }, 'officeHours.from', 'timeOfDay'],
  [
    'a day that begins at its end',
    { ...least, officeHours: { from: '24:00' } },
    'officeHours.from',
    'timeOfDay',
  ],
  ['a zone that is none', { ...least, timeZone: 'Mars/Base' }, 'timeZone', 'timeZone'],
])('%s is named with its path', (_what, json, path, rule) => {
  expect(parseConfiguration(json)).toEqual({ ok: false, error: [expect.objectContaining({ path, rule })] })
})

test.each([
  ['a number with its bounds', { checkIn: { graceMinutes: 500 } }, '500', ['1', '120']],
  ['a choice with the others', { checkIn: { mode: 'on' } }, '"on"', ['off', 'observe', 'auto']],
  ['a text with its type', { follower: 'maybe' }, '"maybe"', ['boolean']],
  ['digits, which may be a PIN, not at all', { locale: '471147' }, undefined, [...locales]],
  ['a long text, which may be a secret, not at all', { timeZone: 'x'.repeat(21) }, undefined, undefined],
])('says %s', (_what, part, value, wanted) => {
  const parsed = parseConfiguration({ ...least, ...part })
  expect(parsed.ok ? [] : parsed.error.map((fault) => [fault.value, fault.wanted])).toEqual([[value, wanted]])
})

test.each([
  ['https://open.feishu.cn', true],
  ['https://open.larksuite.com', true],
  ['http://127.0.0.1:4010', true],
  ['http://localhost:80', true],
  ['http://[::1]:4010', true],
  ['http://open.feishu.cn', false],
  ['http://127.0.0.1.evil.example', false],
  ['http://10.0.0.1', false],
  ['https://open.feishu.cn/', false],
  ['https://open.feishu.cn/open-apis', false],
  ['https://user:word@open.feishu.cn', false],
  ['ftp://open.feishu.cn', false],
  ['', false],
])('origin %s: %s', (origin, isRight) => {
  const parsed = parseConfiguration({ ...least, feishu: { ...least.feishu, origin } })
  expect(parsed.ok).toBe(isRight)
  if (!parsed.ok) expect(parsed.error).toMatchObject([{ path: 'feishu.origin', rule: 'origin' }])
})

test('any JSON that is no configuration is refused without a crash', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      expect(parseConfiguration(json).ok).toBe(false)
    }),
  )
})
