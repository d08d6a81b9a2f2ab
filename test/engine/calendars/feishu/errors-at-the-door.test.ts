// @vitest-environment happy-dom
import { inspect } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { createDoorPanel } from '../../../../engine/door-panel/door-panel.ts'
import { wordsOf } from '../../../renderer/words-of.ts'
import { minutes } from '../../../../shared/time/time.ts'
import { ok } from '../../../../shared/result.ts'
import { stage } from '../../../renderer/stage.ts'
import { aConfiguration } from '../../../support/a-door.ts'
import { unchangedConfiguration } from '../../../support/configuration-on-paper.ts'
import { createMemoryAdmin } from '../../../support/memory/memory-admin.ts'
import { createMemoryJournal } from '../../../support/memory/memory-journal.ts'
import { rows } from './error-rows.ts'
import { appSecret, createScene } from './scripted-feishu.ts'
import { aShare } from '../../../support/a-share.ts'

/** A whole panel whose Feishu never answers a reading but in this one way. */
async function aDoorThatMeets({ where = 'freebusy', step }: (typeof rows)[number]) {
  const { feishu, calendar, clock, log } = createScene()
  feishu.always(where, step)
  const journal = createMemoryJournal()
  const configuration = aConfiguration({ locale: 'en-US' })
  const panel = createDoorPanel({
    clock,
    log,
    journal,
    admin: createMemoryAdmin(),
    rate: 1,
    tablet: { locale: 'en-US', timeZone: 'UTC' },
    identity: () => ({ name: 'tablet', code: 'K7M2QX' }),
    followConfiguration: unchangedConfiguration,
    setUp: async () => ok({ configuration, calendar, calls: { shareOf: aShare((all) => all / 3) } }),
  })
  onTestFinished(panel.stop)
  return { panel, clock, feishu, log, journal }
}

/** In ten minutes without a touch: three tries and a new token each time, with pauses that grow. */
const mostCalls = 60

test.each(rows)('$what: the sentence at the door, few calls, and no secret anywhere', async (row) => {
  const { panel, clock, feishu, log, journal } = await aDoorThatMeets(row)
  await clock.advance(minutes(1))
  expect(panel.current().occupancy).toMatchObject({ kind: 'unknown', reason: row.problem.code })
  await clock.advance(minutes(9))
  expect(feishu.calls.length).toBeLessThanOrEqual(mostCalls)

  const { find, root } = await stage(panel.current())
  const { code } = row.problem
  expect(find('.sentence-line')?.textContent).toBe(code && wordsOf('en-US').problem[code])
  const everywhere = [root.outerHTML, panel.current(), log.lines, journal.kept]
  const told = everywhere.map((place) => inspect(place, { depth: Infinity, showHidden: true })).join('\n')
  expect(told).not.toContain(appSecret)
  expect(told).not.toContain('canary')
})
