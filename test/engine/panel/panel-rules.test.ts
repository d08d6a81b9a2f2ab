import { expect, test } from 'vitest'
import { panelRulesOf, type PanelRulesParts } from '../../../engine/panel/panel-rules.ts'
import { monthAt, type Share } from '../../../shared/budget/call-ledger.ts'
import { parseConfiguration } from '../../../shared/config/parse-configuration.ts'
import { days, hours, minutes, plus } from '../../../shared/time/time.ts'
import { aShare } from '../../support/a-share.ts'
import { at } from '../../support/builders.ts'

const tablet = { locale: 'en-US', timeZone: 'UTC' } as const

function rulesWith(display: object, officeHours: object = {}, parts: PanelRulesParts = {}) {
  const configuration = parseConfiguration({
    feishu: { origin: 'https://open.feishu.cn', appId: 'cli_a1b2c3d4e5f60718' },
    room: { id: 'omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9' },
    timeZone: 'Asia/Shanghai',
    display,
    officeHours,
  })
  if (!configuration.ok) expect.fail(JSON.stringify(configuration.error))
  return panelRulesOf(configuration.value, tablet, parts)
}

const saturday = plus(at('12:00'), days(5))

test.each([
  ['in office hours', at('12:00'), {}, false],
  ['in the morning', at('07:59'), {}, true],
  ['in the evening', at('20:00'), {}, true],
  ['on a Saturday', saturday, {}, true],
  ['on a Saturday, where IT wants no dimming', saturday, { dimOutsideOfficeHours: false }, false],
] as const)('the door is quiet %s: at %i with %o, %s', (_when, now, display, isQuiet) => {
  expect(rulesWith(display)(now).look.isQuiet).toBe(isQuiet)
})

test.each([
  ['by night, where IT wants it', at('03:00'), { nightlyRestart: true }, true],
  ['by night', at('03:00'), {}, false],
  ['in office hours', at('12:00'), { nightlyRestart: true }, false],
] as const)('the page may begin anew %s: at %i with %o, %s', (_when, now, display, may) => {
  expect(rulesWith(display)(now).isRestartHour).toBe(may)
})

test.each([
  ['before midnight', '22:00', 0, true],
  ['after midnight', '02:00', 1, true],
  ['in the last minute', '05:59', 1, true],
  ['in the morning', '06:00', 0, false],
  ['at noon', '12:00', 0, false],
  ['on the night to Saturday', '02:00', 5, true],
  ['on Saturday evening', '22:00', 5, false],
  ['on the night to Monday', '02:00', 0, false],
  ['on the night to Monday, where Sundays are worked', '02:00', 0, true, [7]],
] as const)(
  'a guard room works from 20:00 to 06:00: %s, at %s, %i days after Monday, open is %s',
  (_when, time, later, isOpen, worked: readonly number[] = [1, 2, 3, 4, 5]) => {
    const now = plus(at(time), days(later))
    const night = rulesWith({ nightlyRestart: true }, { from: '20:00', to: '06:00', days: worked })(now)
    expect(night).toMatchObject({
      isOpen,
      isRestartHour: !isOpen,
      look: { isQuiet: !isOpen },
    })
  },
)

test('the interval of a night shift ends when that does, not at midnight', () => {
  const office = { from: '20:00', to: '06:00' }
  const rules = rulesWith({}, office)
  expect(rules(at('21:00')).intervalEnds).toBe(plus(at('06:00'), days(1)))
  expect(rulesWith({}, office)(plus(at('03:00'), days(1))).intervalEnds).toBe(plus(at('06:00'), days(1)))
  expect(rulesWith({}, office)(plus(at('12:00'), days(1))).intervalEnds).toBe(plus(at('20:00'), days(1)))
})

test('the allowance follows the calls that were made meanwhile', () => {
  let spent = 0
  const rules = rulesWith({}, {}, { shareOf: (all) => aShare(spent)(all) })
  expect(rules(at('12:00')).touches).toBe('all')
  spent = 7990
  expect(rules(plus(at('12:00'), 1)).touches).toBe('least')
})

test('a new month has its calls from its first moment on, even if no call was made since', () => {
  const turn = monthAt(at('12:00')).end
  let now = plus(turn, -minutes(5))
  const shareOf = (calls: number): Share => ({
    calls: now < turn ? 100 : calls,
    spent: 100,
    since: plus(turn, now < turn ? -hours(4) : 0),
  })
  const rules = rulesWith({}, { days: [1, 2, 3, 4, 5, 6, 7] }, { shareOf })
  expect(rules(now).touches).toBe('least')
  now = turn
  expect(rules(now).touches).not.toBe('least')
})

test('the page learns that there is a logo, not where it lies', () => {
  const { look } = rulesWith({ theme: 'light', logo: '/etc/room-panel/logo.svg' })(at('12:00'))
  expect(look).toMatchObject({ theme: 'light', hasLogo: true, hasBackground: false })
  expect(JSON.stringify(look)).not.toContain('logo.svg')
})
