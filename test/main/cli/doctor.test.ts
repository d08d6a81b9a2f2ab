import * as v from 'valibot'
import { expect, test } from 'vitest'
import { doctor } from '../../../main/cli/doctor.ts'
import { err, ok } from '../../../shared/result.ts'
import { englishAdvice } from '../../../shared/set-up/advice.ts'
import { minutes, plus } from '../../../shared/time/time.ts'
import { aShare } from '../../support/a-share.ts'
import { mondayAfternoon } from '../../support/virtual-clock.ts'
import { createTablet, examined, neverPainted } from './a-tablet.ts'
import { faultsOfTheTablet } from './broken-tablets.ts'
import { failing, faultsOfTheCalendar, faultsOnTheWay } from './broken-worlds.ts'

test('a tablet on which all is well has an ok for each thing', async () => {
  const { status, lines } = await examined(createTablet())
  expect(lines).toEqual([
    'program: ok, 0.1.0, Electron 45.4.1',
    'configuration: ok',
    'keyring: ok, without a PIN',
    'secret: ok',
    'proxy: ok, none',
    'name: ok, 203.0.113.7, 203.0.113.8',
    'connection: ok',
    'TLS: ok',
    'clock: ok, as the calendar’s',
    'token: ok',
    'access: ok',
    'scope calendar:room:readonly: ok',
    'scope vc:room:readonly: ok',
    'scope calendar:room: ok',
    'room: ok, Magnolia',
    'schedule: ok, 0 bookings from yesterday to tomorrow',
    'disk: ok, 7654 MB free',
    'journal: ok, nothing kept yet',
    'series guard: ok, off',
    'panel: ok, free',
    'page: ok, last answered 2026-10-12T05:59:00.000Z',
    'budget: ok, 1234 of 8000 calls',
  ])
  expect(status).toBe(0)
})

const faults = [...faultsOnTheWay, ...faultsOfTheCalendar, ...faultsOfTheTablet]
const rows = faults.map(([what, spoil, line, fault, blocked = []]) => ({ what, spoil, line, fault, blocked }))

test.each(rows)('$what: one line fails, and says what to do', async ({ spoil, line, fault, blocked }) => {
  const tablet = createTablet()
  spoil(tablet)
  const { status, lines } = await examined(tablet)
  expect(status).toBe(1)
  expect(lines.filter((one) => !/: (ok|skipped)/.test(one))).toEqual([`${line}. ${englishAdvice[fault]}`])
  expect(lines.filter((one) => one.includes(': skipped: needs '))).toEqual(
    lines.filter((one) => blocked.includes(one)),
  )
  for (const one of blocked)
    expect(lines.some((said) => said.startsWith(one.split(': skipped')[0] ?? ''))).toBe(true)
})

test('a check without a subject does not fail', async () => {
  const tablet = createTablet()
  tablet.shareOf = undefined
  tablet.network = { ...tablet.network, proxyFor: async () => ({ host: 'proxy.example', port: 3128 }) }
  failing('titles', { code: 'unreachable', network: 'foreignAnswer' })(tablet)
  const { status, lines } = await examined(tablet)
  expect(status).toBe(0)
  expect(lines.filter((line) => line.includes('skipped'))).toEqual([
    'name: skipped: the proxy looks it up',
    'scope calendar:room: skipped: not found out: unreachable',
    'budget: skipped: nothing is counted yet',
  ])
})

test('a page that was not asked yet is not silent', async () => {
  const tablet = createTablet()
  tablet.word = neverPainted(minutes(1))
  const { status, lines } = await examined(tablet)
  expect(lines).toContain('page: skipped: it was not asked yet')
  expect(status).toBe(0)
})

test('a room that only the older call may read is all right, and it says which call that is', async () => {
  const tablet = createTablet()
  failing('room', { code: 'scopeMissing', scopes: ['vc:room:readonly', 'vc:room'] })(tablet)
  const { status, lines } = await examined(tablet)
  expect(status).toBe(0)
  expect(lines).toContain('room: ok, Magnolia')
  expect(lines).toContain(
    'scope vc:room:readonly: skipped: not given; the room is read by the older call, which says neither why nor how long it is out of service',
  )
  expect(tablet.probe.calls.filter((call) => call === 'olderRoom')).toHaveLength(1)
})

test('a room whose own calls may not be made is found in the schedule', async () => {
  const tablet = createTablet()
  failing('room', { code: 'scopeMissing' })(tablet)
  failing('olderRoom', { code: 'scopeMissing' })(tablet)
  failing('schedule', { code: 'roomUnknown', calendarCode: 100005 })(tablet)
  const { lines } = await examined(tablet)
  expect(lines).toContain(`room: roomUnknown (100005). ${englishAdvice.roomUnknown}`)
  expect(lines).toContain('schedule: skipped: needs room')
})

test('in JSON each thing has a name, a state, its code and what to do', async () => {
  const tablet = createTablet()
  failing('token', { code: 'credentialsRejected', calendarCode: 10014 })(tablet)
  const said: string[] = []
  const parts = { ...tablet, shareOf: aShare(0), probeFor: () => tablet.probe }
  expect(await doctor({ ...parts, asJson: true, say: (line) => said.push(line) })).toBe(1)
  expect(said).toHaveLength(1)
  const told = v.parse(
    v.pipe(v.string(), v.parseJson(), v.object({ ok: v.boolean(), checks: v.array(v.unknown()) })),
    said[0],
  )
  expect(told.ok).toBe(false)
  expect(told.checks).toHaveLength(22)
  expect(told.checks).toContainEqual({
    name: 'token',
    state: 'failed',
    code: 'credentialsRejected',
    detail: '10014',
    action: englishAdvice.credentialsRejected,
  })
  expect(told.checks).toContainEqual({ name: 'access', state: 'skipped', needs: 'token' })
  expect(told.checks).toContainEqual({ name: 'proxy', state: 'ok', detail: 'none' })
})

test('once the commands have had their part of the calls, only what is free is asked', async () => {
  const tablet = createTablet()
  const lines: string[] = []
  const restUntil = () => plus(mondayAfternoon, minutes(7))
  const parts = { ...tablet, shareOf: aShare(0), probeFor: () => tablet.probe, restUntil }
  expect(await doctor({ ...parts, asJson: false, say: (line) => lines.push(line) })).toBe(0)
  expect(tablet.probe.calls).toEqual(['reach', 'token'])
  expect(lines).toContain('token: ok')
  expect(lines).toContain(
    'schedule: skipped: commands have had their calls until 2026-10-12T06:07:00.000Z; --force asks',
  )
})

test('a logo that the door can’t show is named', async () => {
  const tablet = createTablet()
  if (!tablet.configuration.ok) return expect.fail('the configuration')
  const display = { ...tablet.configuration.value.display, logo: '/etc/room-panel/lgoo.svg' }
  tablet.configuration = ok({ ...tablet.configuration.value, display })
  tablet.canRead = async () => err(Object.assign(new Error('no such file'), { code: 'ENOENT' }))
  const { status, lines } = await examined(tablet)
  expect(status).toBe(1)
  expect(lines).toContain(
    `logo: pictureUnreadable (/etc/room-panel/lgoo.svg, ENOENT). ${englishAdvice.pictureUnreadable}`,
  )
})

test('no call is made twice', async () => {
  const tablet = createTablet()
  await examined(tablet)
  expect(tablet.probe.calls).toEqual(['reach', 'token', 'schedule', 'room', 'titles'])
})
