// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { wordsOf } from '../words-of.ts'
import type { EndOutcome } from '../../../shared/ending/ending.ts'
import { problemCodes } from '../../../shared/reading/problem.ts'
import { minutes } from '../../../shared/time/time.ts'
import { aSnapshot, at, critique, inUse, review, standup } from '../snapshots.ts'
import { stage } from '../stage.ts'
import { asked, checkInAction, endAction, releaseAction, settled } from '../../support/actions.ts'

const { problem, refusal } = wordsOf('en-US')

const endedAs = (outcome: EndOutcome) => endAction(review, settled(outcome, at('10:48')))

test('says that a meeting has ended, over what the room is now', async () => {
  const { marked, find } = await stage(
    aSnapshot({ kind: 'free' }, { actions: [endedAs({ kind: 'done' })], bookings: [] }),
  )
  expect(find('h1')?.textContent).toBe('Free')
  expect(marked('notice')?.getAttribute('role')).toBe('status')
  expect(marked('notice')?.textContent).toContain('The meeting has ended.')
})

test('goes on saying that the meeting is being ended while the calendar can not be read', async () => {
  const unknown = { kind: 'unknown', reason: 'unreachable', running: review } as const
  const { marked } = await stage(aSnapshot(unknown, { actions: [endAction(review, asked)] }))
  expect(marked('notice')?.textContent).toContain(wordsOf('en-US').ending)
})

const reasons = [...problemCodes, 'meetingOver', 'seriesUnknown'] as const

test.each(reasons)('says why the meeting was not ended: %s', async (reason) => {
  const { marked, find } = await stage(inUse({ actions: [endedAs({ kind: 'refused', reason })] }))
  const notice = marked('notice')?.textContent
  expect(notice).toContain('The meeting was not ended.')
  expect(notice).toContain({ ...problem, ...refusal }[reason])
  expect(find('.code-line')?.textContent).toBe(reason)
})

const done = { kind: 'done' } as const
const released = releaseAction(review, settled({ kind: 'released' }, at('10:50')))
const endedAt = (time: string) => endAction(review, settled(done, at(time)))
const checkedInAt = (time: string) => checkInAction(review, settled(done, at(time)))
const { ended, checkedIn, ending, givenBack } = wordsOf('en-US')

test.each([
  ['an end after a check-in', [checkedInAt('10:48'), endedAt('10:49')], ended],
  ['a check-in after an end', [checkedInAt('10:49'), endedAt('10:48')], checkedIn],
  ['an end under way after a check-in', [checkedInAt('10:48'), endAction(review, asked)], ending],
  ['an end before a release', [endedAt('10:48'), released], ended],
  ['a check-in before a release', [checkedInAt('10:48'), released], checkedIn],
  ['a release', [released], givenBack],
] as const)(
  'has one word at a time, and what the person did goes first: %s',
  async (_name, actions, expected) => {
    const { marked } = await stage(aSnapshot({ kind: 'unknown', reason: 'stale' }, { actions }))
    expect(marked('notice')?.querySelector('strong, h1')?.textContent).toBe(expected)
  },
)

test.each([
  ['was cancelled', { bookings: [] }],
  ['was moved to another room, and another one stands there', { bookings: [standup, critique] }],
  ['is over', { now: review.end }],
] as const)('tells nobody that they are checked in to a booking that %s', async (_what, changes) => {
  const { marked, text } = await stage(
    aSnapshot({ kind: 'free' }, { actions: [checkedInAt('10:48')], ...changes }),
  )
  expect(marked('notice')).toBeNull()
  expect(text()).not.toContain(checkedIn)
})

test('still confirms a check-in while the calendar can not be read', async () => {
  const { marked } = await stage(
    aSnapshot({ kind: 'unknown', reason: 'stale' }, { actions: [checkedInAt('10:48')] }),
  )
  expect(marked('notice')?.textContent).toContain(checkedIn)
})

test('hides the last outcome while a person is asked to confirm an end', async () => {
  const { marked, press } = await stage(
    inUse({ actions: [endedAs({ kind: 'refused', reason: 'meetingOver' })] }),
  )
  await press('end-meeting')
  expect(marked('notice')).toBeNull()
  await press('cancel')
  expect(marked('notice')).not.toBeNull()
})

test.each(['en-US', 'zh-CN', 'ja-JP'] as const)(
  'a second panel says where one checks in while the first one asks for it, in %s',
  async (locale) => {
    const { elsewhere } = wordsOf(locale).checkInRefusal
    const checkInElsewhere = { start: at('10:25'), end: at('10:40') }
    const { marked, advance } = await stage(inUse({ locale, now: at('10:24'), checkInElsewhere }))
    expect(marked('notice')).toBeNull()
    await advance(minutes(1))
    expect(marked('notice')?.textContent).toContain(elsewhere)
    expect(marked('check-in')).toBeNull()
    await advance(minutes(15))
    expect(marked('notice')).toBeNull()
  },
)

test('says that the disk can not store the journal, if no other notice is due', async () => {
  const { keepingNothing } = wordsOf('en-US')
  const { marked, find } = await stage(aSnapshot({ kind: 'free' }, { isKeepingNothing: true }))
  expect(marked('notice')?.textContent).toContain(keepingNothing)
  expect(find('.code-line')?.textContent).toBe('notWritable')
  const after = await stage(
    aSnapshot({ kind: 'free' }, { isKeepingNothing: true, actions: [endedAt('10:48')] }),
  )
  expect(after.marked('notice')?.textContent).toContain(ended)
})
