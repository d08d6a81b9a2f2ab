import { expect, test } from 'vitest'
import { createAttemptedReplies } from '../../../hub/rooms/attempted-replies.ts'
import type { Verdict } from '../../../shared/action/verdict.ts'
import { aBooking, at } from '../../support/builders.ts'
import { createMemoryHubStore } from '../../support/memory/hub/memory-hub-store.ts'
import { createMemoryCalendar } from '../../support/memory/memory-calendar.ts'
import { createMemoryLog } from '../../support/memory/memory-log.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'

const ghost = aBooking('10:00', '11:00')

async function aLeadersRoom() {
  const clock = createVirtualClock(at('10:10'))
  const store = createMemoryHubStore(clock)
  await store.lease.take('hub-1')
  const calendar = createMemoryCalendar(ghost)
  const lease = { epoch: 1, isLost: false, isHeld: () => !lease.isLost }
  const [sent, refused]: [string[], string[]] = [[], []]
  const replies = createAttemptedReplies({
    room: 'omm_1',
    calendar,
    attempts: store.attempts,
    lease,
    clock,
    log: createMemoryLog(),
    askedBy: () => undefined,
    onSent: (booking) => sent.push(booking),
    onRefused: (booking) => refused.push(booking),
  })
  const prepared = async (verdict: Verdict) => {
    const ticket = await replies.prepareReply(ghost, verdict)
    return ticket.ok ? ticket.value : expect.fail('no ticket')
  }
  const attempts = async () => {
    const kept = await store.attempts.endingAfter(at('00:00'))
    return kept.ok ? kept.value.map(({ verdict, outcome }) => `${verdict} ${outcome ?? ''}`.trim()) : []
  }
  return { store, calendar, lease, sent, refused, replies, prepared, attempts }
}

test('an attempt is committed before its reply is sent', async () => {
  const { calendar, replies, prepared, attempts } = await aLeadersRoom()
  const ticket = await prepared('release')
  expect(calendar.replies).toEqual([])
  expect(await attempts()).toEqual(['release'])
  calendar.answers.push(async () => {
    expect(await attempts()).toEqual(['release'])
    return { kind: 'accepted' }
  })
  expect(await replies.commitReply(ticket)).toEqual({ kind: 'accepted' })
  await replies.settle('release', ghost.id, 'done')
  expect(await attempts()).toEqual(['release done'])
})

test('what can’t be committed is not sent', async () => {
  const { store, calendar, replies } = await aLeadersRoom()
  store.state.isDown = true
  expect(await replies.prepareReply(ghost, 'release')).toMatchObject({ ok: false })
  expect(calendar.replies).toEqual([])
})

test('a release whose booking is being ended is not sent, and neither the other way round', async () => {
  const { calendar, replies, prepared, attempts } = await aLeadersRoom()
  const [end, release] = [await prepared('end'), await prepared('release')]
  expect(await replies.commitReply(release)).toMatchObject({ kind: 'unsure' })
  expect(calendar.verdicts).toEqual([])
  // What came of the release says nothing of the end.
  await replies.withdraw('release', ghost.id)
  await replies.settle('release', ghost.id, 'refused')
  expect(await attempts()).toEqual(['end'])
  await replies.commitReply(end)
  expect(calendar.verdicts).toEqual(['end'])
})

test('a hub that no longer holds its lease sends nothing', async () => {
  const { calendar, lease, sent, replies, prepared, attempts } = await aLeadersRoom()
  const ticket = await prepared('release')
  lease.isLost = true
  expect(await replies.commitReply(ticket)).toMatchObject({ kind: 'refused' })
  expect([calendar.replies, sent]).toEqual([[], []])
  expect(await attempts()).toEqual(['release refused'])
})

test('an attempt whose last look forbade the reply stands in no other’s way', async () => {
  const { replies, prepared, attempts, calendar } = await aLeadersRoom()
  await prepared('release')
  await replies.withdraw('release', ghost.id)
  await replies.commitReply(await prepared('release'))
  expect(await attempts()).toEqual(['release refused', 'release'])
  expect(calendar.replies).toHaveLength(1)
})

test('an attempt that may have been carried out is neither sent again nor withdrawn', async () => {
  const { calendar, replies, prepared, attempts } = await aLeadersRoom()
  calendar.answers.push(() => ({ kind: 'unsure', problem: { code: 'unreachable' } }))
  await replies.commitReply(await prepared('release'))
  const again = await prepared('release')
  await replies.withdraw('release', ghost.id)
  expect(await attempts()).toEqual(['release uncertain'])
  expect(await replies.commitReply(again)).toMatchObject({ kind: 'unsure' })
  expect(calendar.replies).toHaveLength(1)
})

test('of two tickets for one attempt one is sent', async () => {
  const { calendar, replies, prepared } = await aLeadersRoom()
  const [one, other] = [await prepared('end'), await prepared('end')]
  const [first, second] = await Promise.all([replies.commitReply(other), replies.commitReply(one)])
  expect([first, second]).toMatchObject([{ kind: 'accepted' }, { kind: 'unsure' }])
  expect(calendar.replies).toHaveLength(1)
})

test('a ticket that replaces another one is sent for the same attempt', async () => {
  const { calendar, replies, prepared, attempts } = await aLeadersRoom()
  const ticket = await prepared('release')
  calendar.answers.push(() => ({ kind: 'again', ticket }))
  expect(await replies.commitReply(ticket)).toMatchObject({ kind: 'again' })
  expect(await replies.commitReply(ticket)).toEqual({ kind: 'accepted' })
  expect(await attempts()).toEqual(['release'])
})

test.each([
  { kind: 'refused', isTaken: false },
  { kind: 'unsure', isTaken: true },
] as const)('a booking may be gone after a reply that is $kind: $isTaken', async ({ kind, isTaken }) => {
  const { calendar, replies, prepared, sent, refused } = await aLeadersRoom()
  calendar.answers.push(() => ({ kind, problem: { code: 'unreachable' } }))
  await replies.commitReply(await prepared('release'))
  expect(sent).toEqual([ghost.id])
  expect(refused).toEqual(isTaken ? [] : [ghost.id])
})
