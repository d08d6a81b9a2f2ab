import { expect, test } from 'vitest'
import { viewOf } from '../../main/panel/view.ts'
import { parseConfiguration } from '../../shared/config/parse-configuration.ts'
import { days, plus } from '../../shared/domain/time.ts'
import { at } from '../support/builders.ts'

const tablet = { locale: 'en-US', timeZone: 'UTC' } as const

function viewWith(display: object) {
  const configuration = parseConfiguration({
    feishu: { origin: 'https://open.feishu.cn', appId: 'cli_a1b2c3d4e5f60718' },
    room: { id: 'omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9' },
    timeZone: 'Asia/Shanghai',
    display,
  })
  if (!configuration.ok) expect.fail(JSON.stringify(configuration.error))
  return viewOf(configuration.value, tablet)
}

const saturday = plus(at('12:00'), days(5))

test.each([
  ['in office hours', at('12:00'), {}, false],
  ['in the morning', at('07:59'), {}, true],
  ['in the evening', at('20:00'), {}, true],
  ['on a Saturday', saturday, {}, true],
  ['on a Saturday, where IT wants no dimming', saturday, { dimOutsideOfficeHours: false }, false],
] as const)('the door is quiet %s: at %i with %o, %s', (_when, now, display, isQuiet) => {
  expect(viewWith(display)(now).look.isQuiet).toBe(isQuiet)
})

test.each([
  ['by night, where IT wants it', at('03:00'), { nightlyRestart: true }, true],
  ['by night', at('03:00'), {}, false],
  ['in office hours', at('12:00'), { nightlyRestart: true }, false],
] as const)('the page may begin anew %s: at %i with %o, %s', (_when, now, display, may) => {
  expect(viewWith(display)(now).isRestartHour).toBe(may)
})

test('the page learns that there is a logo, not where it lies', () => {
  const { look } = viewWith({ theme: 'light', logo: '/etc/room-panel/logo.svg' })(at('12:00'))
  expect(look).toMatchObject({ theme: 'light', hasLogo: true, hasBackground: false })
  expect(JSON.stringify(look)).not.toContain('logo.svg')
})
