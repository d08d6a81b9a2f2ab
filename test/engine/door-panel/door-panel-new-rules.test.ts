import { expect, test } from 'vitest'
import { ok } from '../../../shared/result.ts'
import { aDoorWithPage } from '../../support/a-door-with-page.ts'
import { aConfiguration } from '../../support/a-door.ts'
import { ghost } from '../../support/a-ghost.ts'
import { at } from '../../support/builders.ts'
import { createConfigurationOnPaper } from '../../support/configuration-on-paper.ts'
import { createMemoryCalendar } from '../../support/memory/memory-calendar.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'

type Words = Parameters<typeof aConfiguration>[0]
const dearer = { budget: { callsPerMonth: 9000 } }

/** A door in the grace of a meeting without a check-in, where IT writes new rules at 10:03. */
async function withNewRules(before: Words, after: Words) {
  const clock = createVirtualClock(at('09:50'))
  const { paper, followConfiguration } = createConfigurationOnPaper(clock, aConfiguration(before))
  const calendar = createMemoryCalendar(ghost)
  const door = await aDoorWithPage('09:50', {
    clock,
    calendar,
    followConfiguration,
    setUp: async () => ok({ configuration: paper.says.ok ? paper.says.value : aConfiguration(), calendar }),
  })
  await door.until('10:03')
  paper.says = ok(aConfiguration(after))
  await door.until('10:59')
  return { ...door, calendar }
}

/** The same, where the rules come with a restart. */
async function afterRestart(before: Words, after: Words) {
  const first = await aDoorWithPage('09:50', { configuration: aConfiguration(before) })
  await first.until('10:03')
  first.panel.stop()
  const { clock, journal, calendar } = first
  const second = await aDoorWithPage('10:03', {
    clock,
    journal,
    calendar,
    configuration: aConfiguration(after),
  })
  await second.until('10:59')
  return { ...second, calendar }
}

test('an opening that people were told is kept over a change that makes the panel begin anew', async () => {
  const before = aConfiguration({ checkIn: { mode: 'auto', opensMinutesBefore: 5 } })
  const after = { checkIn: { mode: 'auto', opensMinutesBefore: 0 }, ...dearer }
  const clock = createVirtualClock(at('09:50'))
  const { paper, followConfiguration } = createConfigurationOnPaper(clock, before)
  const calendar = createMemoryCalendar(ghost)
  const setUp = async () => ok({ configuration: paper.says.ok ? paper.says.value : before, calendar })
  const { until, shown } = await aDoorWithPage('09:50', { clock, calendar, followConfiguration, setUp })
  await until('09:56')
  paper.says = ok(aConfiguration(after))
  await until('09:59')
  expect(shown.at(-1)?.checkIns).toEqual([ghost])
  await until('10:59')
  expect(calendar.replies).toEqual([])
})

test.each<[string, Words, Words]>([
  ['from observe to auto', { checkIn: { mode: 'observe' } }, { checkIn: { mode: 'auto' } }],
  ['from off to auto', { checkIn: { mode: 'off' } }, { checkIn: { mode: 'auto' } }],
  ['from observe to auto, with another budget', {}, { checkIn: { mode: 'auto' }, ...dearer }],
  [
    'from exempt to not, with another budget',
    { checkIn: { mode: 'auto', exemptHours: 1 } },
    { checkIn: { mode: 'auto', exemptHours: 8 }, ...dearer },
  ],
  [
    'from an exempt organiser to none',
    { checkIn: { mode: 'auto', exempt: ['Lin Xiaoyu'] } },
    { checkIn: { mode: 'auto' }, ...dearer },
  ],
  [
    'from the second panel to the first',
    { checkIn: { mode: 'auto' }, follower: true },
    { checkIn: { mode: 'auto' }, follower: false },
  ],
  [
    'to a shorter grace, with another budget',
    { checkIn: { mode: 'auto', graceMinutes: 50 } },
    { checkIn: { mode: 'auto', graceMinutes: 5 }, ...dearer },
  ],
])(
  'a meeting that people were told other rules for is not released by new ones: %s',
  async (_what, before, after) => {
    expect((await withNewRules(before, after)).calendar.replies).toEqual([])
    expect((await afterRestart(before, after)).calendar.replies).toEqual([])
  },
)

test('an opening that people were told is kept over a restart in the window', async () => {
  const before = aConfiguration({ checkIn: { mode: 'auto', opensMinutesBefore: 10 } })
  const first = await aDoorWithPage('09:45', { configuration: before })
  first.calendar.bookings = [ghost]
  await first.until('09:54')
  first.panel.stop()
  const { clock, journal, calendar } = first
  const after = aConfiguration({ checkIn: { mode: 'auto', opensMinutesBefore: 1 } })
  const second = await aDoorWithPage('09:54', { clock, journal, calendar, configuration: after })
  await second.until('09:55')
  expect(second.shown.at(-1)?.checkIns.map(({ id }) => id)).toEqual([ghost.id])
  await second.until('10:59')
  expect(calendar.replies).toEqual([])
})

test('rules that an earlier panel may have shown, though its disk refused them, are kept over a restart', async () => {
  const stingy = aConfiguration({ checkIn: { mode: 'auto', opensMinutesBefore: 1, graceMinutes: 2 } })
  const generous = aConfiguration({ checkIn: { mode: 'auto', opensMinutesBefore: 10, graceMinutes: 10 } })
  const first = await aDoorWithPage('09:30', { configuration: stingy })
  first.calendar.bookings = [ghost]
  await first.until('09:40')
  first.panel.stop()
  await first.until('09:57')
  const { clock, journal, calendar } = first
  const second = await aDoorWithPage('09:57', { clock, journal, calendar, configuration: generous })
  await second.until('09:58')
  expect(second.shown.at(-1)?.checkIns.map(({ id }) => id)).toEqual([ghost.id])
  await second.until('10:59')
  expect(calendar.replies).toEqual([])
})
