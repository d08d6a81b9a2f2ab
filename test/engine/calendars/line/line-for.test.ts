import { expect, test } from 'vitest'
import { lineCalendars } from '../../../../engine/calendars/line/line-for.ts'
import { passwordAccount, readDoorSecret } from '../../../../engine/installation/door-secret.ts'
import { parseMessage } from '../../../../shared/line/codec.ts'
import { doorRights, fromEveryDoor } from '../../../../shared/line/topics.ts'
import { err, ok } from '../../../../shared/result.ts'
import { seconds } from '../../../../shared/time/time.ts'
import { aHubDoor } from '../../../support/line/a-hub-door.ts'
import { lineTo } from '../../../support/line/line-door.ts'
import { aView } from '../../../support/line/messages.ts'
import { aScriptedHub } from '../../../support/line/scripted-hub.ts'
import { at, aWindow } from '../../../support/builders.ts'
import { createMemoryLog } from '../../../support/memory/memory-log.ts'

const configuration = aHubDoor({ door: 'door-a' })
const { room } = configuration

/** A scripted hub, and what a program with this configuration hears of it. */
async function aProgram() {
  const hub = await aScriptedHub('10:05')
  const { broker, clock } = hub
  for (const door of ['door-a', 'door-b']) broker.accounts.set(door, { password: door, ...doorRights(door) })
  const presences: string[] = []
  lineTo(broker, clock, 'hub-2').subscribe(fromEveryDoor('presence'), ({ payload }) => {
    const said = parseMessage('presence', payload)
    presences.push(said.ok ? `${said.value.session} ${said.value.on ? 'on' : 'off'}` : payload)
  })
  await clock.advance(0)
  const connections: string[] = []
  const log = createMemoryLog()
  const calendars = lineCalendars({
    clock,
    log,
    session: 'run-1',
    version: '0.1.0',
    random: () => 0.1,
    newId: () => `ask-${Math.trunc(clock.elapsed())}`,
    brokerFor: ({ door }, client) => {
      connections.push(door)
      return broker.client({ ...client, url: 'mqtt://memory' })
    },
  })
  return { hub, clock, calendars, presences, connections, log }
}

const password = async () => ok('door-a')

test('a door has one line, however often its calendar is asked for, and says that it is there', async () => {
  const { clock, calendars, presences, connections } = await aProgram()
  const calendar = calendars.calendarFor(configuration, password)
  expect(calendars.calendarFor({ ...configuration }, password)).toBe(calendar)
  await clock.advance(seconds(1))
  expect(connections).toEqual(['door-a'])
  expect(presences).toEqual(['run-1 on'])
})

test('who leaves says so at once, and so does a door that is another one now', async () => {
  const { clock, calendars, presences, connections } = await aProgram()
  calendars.calendarFor(configuration, password)
  await clock.advance(seconds(1))
  calendars.calendarFor(aHubDoor({ door: 'door-b' }), async () => ok('door-b'))
  await clock.advance(seconds(1))
  expect(connections).toEqual(['door-a', 'door-b'])
  expect(presences.toSorted()).toEqual(['run-1 off', 'run-1 on', 'run-1 on'])
  await calendars.close()
  await clock.advance(seconds(1))
  expect(presences.at(-1)).toBe('run-1 off')
  await calendars.close()
})

test('a view of another room than the configured one is not shown, and logged', async () => {
  const { hub, clock, calendars, log } = await aProgram()
  const calendar = calendars.calendarFor(configuration, password)
  await hub.tell('door-a', aView({ room: { id: 'omm_1' } }))
  await hub.living(seconds(6))
  expect(await calendar.readSchedule(aWindow)).toMatchObject({ ok: false, error: { code: 'unreachable' } })
  expect(log.lines.map(({ event }) => event)).toContain('line.other-room')
  await hub.tell('door-a', aView({ room: { id: room.id }, seq: 2, readAt: at('10:05') }))
  await hub.living(seconds(6))
  const read = calendar.readSchedule(aWindow)
  await clock.advance(seconds(1))
  expect(await read).toMatchObject({ ok: true, askedAt: at('10:05') })
})

test('the password in the keyring is for this door at this broker alone', async () => {
  const kept = passwordAccount(configuration.hub)
  const vault = {
    read: async (account: string) => (account === kept ? ok('the password') : err('missing' as const)),
  }
  const read = (hub: Parameters<typeof aHubDoor>[0]) => readDoorSecret(vault, aHubDoor(hub))
  expect(await read({ door: 'door-a' })).toEqual(ok('the password'))
  expect(await read({ door: 'door-b' })).toEqual(err('missing'))
  expect(await read({ door: 'door-a', broker: 'mqtts://elsewhere.example:8883' })).toEqual(err('missing'))
})
