import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { englishAdvice } from '../../../../shared/set-up/advice.ts'
import { rows } from './error-rows.ts'
import { appSecret, createScene, threeDays } from './scripted-feishu.ts'

test.each(rows)('$what: what it means, what is called, what IT reads', async (row) => {
  const { where = 'freebusy', step, problem, calls, action } = row
  const { feishu, calendar, outcomeOf, log } = createScene()
  feishu.always(where, step)
  const result = await outcomeOf(calendar.readSchedule(threeDays))
  expect(result).toMatchObject({ ok: false, error: problem })
  expect(feishu.calls.map(({ name }) => name)).toEqual(calls)
  const lines = log.lines.filter(({ event }) => event === 'feishu.call-failed')
  expect(lines).toHaveLength(calls.filter((name) => name === where).length)
  for (const { facts } of lines)
    expect(facts).toMatchObject({ call: where, ...problem, action: englishAdvice[action] })
  const told = inspect([result, log.lines], { depth: Infinity, showHidden: true })
  expect(told).not.toContain(appSecret)
  expect(told).not.toContain('t-canary')
})

test('a call that hangs is given up once, and IT reads that it took too long', async () => {
  const { feishu, calendar, outcomeOf, log } = createScene()
  feishu.always('freebusy', 'hang')
  expect(await outcomeOf(calendar.readSchedule(threeDays))).toMatchObject({
    error: { code: 'unreachable', network: 'timedOut' },
  })
  expect(log.lines[0]?.facts).toMatchObject({ network: 'timedOut', action: englishAdvice.timedOut })
})
