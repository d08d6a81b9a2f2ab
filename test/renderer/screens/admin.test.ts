// @vitest-environment happy-dom
import { englishAdvice } from '../../../shared/set-up/advice.ts'
import { expect, test } from 'vitest'
import { freshMenu, type OpenMenu } from '../../../shared/admin/admin.ts'
import type { VerdictOutcome } from '../../../shared/admin/judging.ts'
import type { PinPad } from '../../../shared/admin/pin-pad.ts'
import { plus, seconds } from '../../../shared/time/time.ts'
import { aSnapshot, at, awaiting, critique, inUse, review, standup } from '../snapshots.ts'
import { stage } from '../stage.ts'
import { asked, settled, verdictAction } from '../../support/actions.ts'

const withPad = (pad: PinPad, revision = 2) => inUse({ revision, admin: { kind: 'asked', pad } })
const ready = withPad({ kind: 'ready', wasWrong: false })
const menu = (over: Partial<OpenMenu> = {}, revision = 2) =>
  inUse({ revision, admin: { ...freshMenu, ...over } })
const declined = (outcome: VerdictOutcome) => ({
  ...menu(),
  actions: [verdictAction(critique, 'decline', settled(outcome, at('10:48')))],
})

test.each([
  ['free', aSnapshot({ kind: 'free' })],
  ['in use', inUse()],
  ['awaiting check-in', awaiting()],
  ['unknown', aSnapshot({ kind: 'unknown', reason: 'stale' })],
  ['out of service', aSnapshot({ kind: 'outOfService' })],
  ['not set up', aSnapshot({ kind: 'notSetUp', problem: { kind: 'keyringLocked' } })],
])('a door that is %s has the corner, and a tap on it asks the main process', async (_state, snapshot) => {
  const { main, press, marked } = await stage(snapshot)
  expect(marked('admin')?.getAttribute('aria-label')).toBe('For administrators')
  await press('admin')
  expect(main.askedFor('openAdmin')).toHaveLength(1)
})

test('sends the digits once and forgets them', async () => {
  const { main, press, find, root } = await stage(ready)
  for (const digit of '24068') {
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    await press(`pin-${digit}`)
  }
  await press('pin-delete')
  expect(find('.pin-dots')?.getAttribute('data-count')).toBe('4')
  expect(root.outerHTML).not.toContain('2406')
  await press('pin-ok')
  expect(main.askedFor('enterPin')).toEqual([{ name: 'enterPin', input: { pin: '2406' } }])
  expect(find('.pin-dots')?.getAttribute('data-count')).toBe('0')
  await press('pin-ok')
  expect(main.askedFor('enterPin')).toHaveLength(1)
})

test('a PIN that is too short is not sent, and no more than twelve digits are accepted', async () => {
  const { main, press, find } = await stage(ready)
  for (const digit of '123') {
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    await press(`pin-${digit}`)
  }
  await press('pin-ok')
  expect(main.askedFor('enterPin')).toEqual([])
  for (let taps = 0; taps < 14; taps++) {
    // oxlint-disable-next-line no-await-in-loop -- the same
    await press('pin-7')
  }
  expect(find('.pin-dots')?.getAttribute('data-count')).toBe('12')
})

test('takes digits before it is known whether there is a PIN, and sends them only then', async () => {
  const { main, press, push } = await stage(withPad({ kind: 'looking' }))
  for (const key of ['1', '2', '3', '4', 'ok']) {
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    await press(`pin-${key}`)
  }
  expect(main.askedFor('enterPin')).toEqual([])
  await push(withPad({ kind: 'ready', wasWrong: false }, 3))
  await press('pin-ok')
  expect(main.askedFor('enterPin')).toEqual([{ name: 'enterPin', input: { pin: '1234' } }])
})

test('digits that were not sent are gone when the keys go', async () => {
  const { press, push, find } = await stage(ready)
  await press('pin-1')
  await push(inUse({ revision: 3 }))
  await push(withPad({ kind: 'ready', wasWrong: false }, 4))
  expect(find('.pin-dots')?.getAttribute('data-count')).toBe('0')
})

test('counts the time down that the next try has to wait, and takes no digit', async () => {
  const { press, marked, advance, clock, main } = await stage(
    withPad({ kind: 'lockedOut', until: plus(at('10:48'), seconds(80)) }),
  )
  expect(clock.beat()).toBe('second')
  expect(marked('notice')?.textContent).toContain('Try again in 2 min.')
  await advance(seconds(62))
  expect(marked('notice')?.textContent).toContain('Try again in 18 sec.')
  await press('pin-1')
  expect(marked('pin-1')?.hasAttribute('disabled')).toBe(true)
  await press('pin-ok')
  expect(main.askedFor('enterPin')).toEqual([])
})

test('a panel without a PIN says so, and shows no keys', async () => {
  const { marked } = await stage(withPad({ kind: 'closed', reason: 'pinMissing' }))
  expect(marked('notice')?.textContent).toBe(
    'This panel has no PIN. IT can set one with room-panel provision. pinMissing',
  )
  expect(marked('pin-1')).toBeNull()
})

test.each([
  ['accept', 'Accept this booking?'],
  ['decline', 'Decline this booking and free the room?'],
] as const)('to %s takes two taps, and one request', async (verdict, question) => {
  const { main, press, text } = await stage(menu())
  await press(`admin-${verdict}`)
  expect(text()).toContain(question)
  expect(text()).toContain('10:30–11:30 · Lin Xiaoyu')
  expect(main.askedFor('giveVerdict')).toEqual([])
  await press('confirm')
  await press('confirm')
  expect(main.askedFor('giveVerdict')).toEqual([
    { name: 'giveVerdict', input: { bookingId: review.id, verdict } },
  ])
})

test('a question goes away by the harmless answer, which has the keyboard, or after 10 seconds', async () => {
  const { main, press, marked, advance } = await stage(menu())
  await press('admin-decline')
  expect(document.activeElement).toBe(marked('cancel'))
  await press('cancel')
  expect(marked('confirm')).toBeNull()
  await press('admin-decline')
  await advance(seconds(10))
  expect(marked('confirm')).toBeNull()
  expect(main.askedFor('giveVerdict')).toEqual([])
})

test('a booking that is over takes no verdict', async () => {
  const { find } = await stage(menu())
  expect(find(`[data-booking="${standup.id}"] button`)).toBeNull()
  expect(find(`[data-booking="${review.id}"] button`)).not.toBeNull()
})

test('no button of the menu passes for one to check in with', async () => {
  const { paint, main } = await stage(awaiting({ admin: freshMenu }))
  await paint()
  expect(main.askedFor('painted')).toMatchObject([{ input: { checkIns: [] } }])
})

test.each([
  [{ kind: 'done' }, 'Declined. The booking is no longer in this room.'],
  [{ kind: 'uncertain' }, 'Not confirmed yet that the booking was declined.'],
  [{ kind: 'refused', reason: 'notAudited' }, 'so nothing was sent. notAudited'],
  [
    { kind: 'refused', reason: 'scopeMissing' },
    'The panel has no permission for this in the calendar. scopeMissing',
  ],
] as const)('says of %o what came of it', async (outcome, words) => {
  const { marked } = await stage(declined(outcome))
  expect(marked('notice')?.textContent).toContain('14:00–15:00')
  expect(marked('notice')?.textContent).toContain(words)
})

test('looks for faults, says that it does, and shows them; the bookings are a tap away', async () => {
  const { main, press, text, push, marked } = await stage(menu())
  await press('admin-diagnose')
  expect(main.askedFor('diagnose')).toHaveLength(1)
  expect(text()).toContain('Running checks…')
  const report = {
    lines: [
      { text: 'clock: ok', name: 'clock', note: '', isWell: true },
      {
        text: 'token: credentialsRejected (10014)',
        name: 'token',
        fault: 'credentialsRejected',
        note: '10014',
        isWell: false,
      },
      { text: 'room: skipped: needs token', name: 'room', needs: 'token', note: '', isWell: false },
    ] as const,
    answers: [{ at: at('10:47'), path: '/open-apis/vc/v1/rooms/omm_1', code: 0, logId: '2026A' }],
    versions: ['Electron 45.4.1'],
  }
  await push(menu({ diagnosis: { kind: 'done', ...report } }, 3))
  expect(marked('admin-diagnosis')?.textContent).toContain(
    `Needs attentionSign-inThe calendar does not accept this panel’s credentials. ${englishAdvice.credentialsRejected} credentialsRejected · 10014Room`,
  )
  expect(marked('admin-diagnosis')?.textContent).toMatch(/not checked: Sign-in comes first\s*In orderClock/)
  expect(marked('admin-diagnosis')?.textContent).toContain('10:47 /open-apis/vc/v1/rooms/omm_1 0 2026A')
  await press('admin-bookings')
  expect(marked('admin-accept')).not.toBeNull()
})

test('the kiosk is left by two taps, and the menu by one', async () => {
  const { main, press } = await stage(menu())
  await press('admin-leave-kiosk')
  expect(main.askedFor('leaveKiosk')).toEqual([])
  await press('confirm')
  expect(main.askedFor('leaveKiosk')).toHaveLength(1)
  await press('admin-leave')
  expect(main.askedFor('leaveAdmin')).toHaveLength(1)
})

test('a look for faults that broke off says so', async () => {
  const { press, text, find, push } = await stage(menu({ diagnosis: { kind: 'running' } }))
  await press('admin-diagnose')
  expect(find('.admin-list')?.getAttribute('aria-busy')).toBe('true')
  await push(menu({ diagnosis: { kind: 'failed' } }, 3))
  expect(text()).toContain('Diagnostics stopped')
  expect(find('.admin-list')?.getAttribute('aria-busy')).toBe('false')
})

test('while one booking is judged the others say by their looks that they wait, and a line says for what', async () => {
  const { main, press, marked } = await stage({
    ...menu(),
    actions: [verdictAction(critique, 'decline', asked)],
  })
  expect(marked('admin-accept')?.hasAttribute('disabled')).toBe(true)
  expect(marked('notice')?.textContent).toContain('14:00–15:00 Declining…')
  await press('admin-accept')
  expect(marked('confirm')).toBeNull()
  expect(main.askedFor('giveVerdict')).toEqual([])
})
