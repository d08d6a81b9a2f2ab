import { expect, test } from 'vitest'
import type { Configuration } from '../../../shared/config/configuration.ts'
import { err, ok } from '../../../shared/result.ts'
import { minutes, seconds } from '../../../shared/time/time.ts'
import { aConfiguration, aDoor } from '../../support/a-door.ts'
import { aBooking, at } from '../../support/builders.ts'
import { createConfigurationOnPaper } from '../../support/configuration-on-paper.ts'
import { createMemoryCalendar, type MemoryCalendar } from '../../support/memory/memory-calendar.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'

const review = aBooking('10:00', '11:00')
const critique = aBooking('11:00', '12:00')
const otherRoom = { room: { id: 'omm_ffffffffffffffffffffffffffffffff' } }

/** A door whose configuration IT can write to, and the calendars that were made for it, one after the other. */
async function aFollowingDoor(time: string, first: Configuration) {
  const clock = createVirtualClock(at(time))
  const { paper, followConfiguration } = createConfigurationOnPaper(clock, first)
  const own = createMemoryCalendar(review, critique)
  const calendars: MemoryCalendar[] = []
  const keyring = { isLocked: false }
  const setUps: string[] = []
  const door = await aDoor(time, {
    clock,
    followConfiguration,
    setUp: async (standing) => {
      setUps.push(standing)
      if (keyring.isLocked || !paper.says.ok) return err({ kind: 'keyringLocked' })
      const calendar = standing === 'new' ? own : createMemoryCalendar()
      calendars.push(calendar)
      return ok({ configuration: paper.says.value, calendar })
    },
  })
  const write = (configuration: Configuration): void => void (paper.says = ok(configuration))
  const current = () => door.panel.current()
  return { ...door, paper, keyring, calendars, setUps, write, current }
}

test('changes of the display take effect within a minute, without a restart', async () => {
  const { clock, write, current, log, setUps } = await aFollowingDoor('10:30', aConfiguration())
  write(aConfiguration({ locale: 'ja-JP' }))
  await clock.advance(minutes(1))
  expect(current().locale).toBe('ja-JP')
  expect(setUps).toEqual(['new'])
  expect(log.lines.find(({ event }) => event === 'configuration.taken')?.facts).toEqual({
    changed: ['locale'],
  })
})

test('a change of the configuration is shown as soon as it is read', async () => {
  const { clock, write, shown } = await aFollowingDoor('10:30', aConfiguration())
  write(aConfiguration({ locale: 'ja-JP' }))
  await clock.advance(seconds(30))
  expect(shown.at(-1)?.locale).toBe('ja-JP')
})

test('rules about check-in apply from the next meeting on', async () => {
  const off = aConfiguration({ checkIn: { mode: 'off' } })
  const { clock, write, occupancy } = await aFollowingDoor('10:01', off)
  write(aConfiguration({ checkIn: { mode: 'auto' } }))
  await clock.advance(minutes(53))
  expect(occupancy()).toBe('inUse')
  await clock.advance(minutes(7))
  expect(occupancy()).toBe('awaitingCheckIn')
})

test('switching check-in off takes effect at once', async () => {
  const { clock, write, occupancy } = await aFollowingDoor(
    '10:01',
    aConfiguration({ checkIn: { mode: 'auto' } }),
  )
  expect(occupancy()).toBe('awaitingCheckIn')
  write(aConfiguration({ checkIn: { mode: 'off' } }))
  await clock.advance(seconds(30))
  expect(occupancy()).toBe('inUse')
})

test('with a configuration that can’t be used the panel goes on with the last one that could, and says so once', async () => {
  const { clock, paper, occupancy, log } = await aFollowingDoor('10:30', aConfiguration())
  const faults = [{ path: 'room.id', rule: 'roomId' }] as const
  paper.says = err({ kind: 'configurationInvalid', faults })
  await clock.advance(minutes(5))
  expect(occupancy()).not.toBe('notSetUp')
  expect(paper.looks).toBe(10)
  const told = log.lines.filter(({ event }) => event === 'configuration.not-taken')
  expect(told).toMatchObject([{ facts: { kind: 'configurationInvalid', faults } }])
})

test('another room is set up again, and no data of the old one remains', async () => {
  const { clock, write, occupancy, current, calendars, setUps } = await aFollowingDoor(
    '10:30',
    aConfiguration(),
  )
  expect(occupancy()).toBe('inUse')
  write(aConfiguration(otherRoom))
  await clock.advance(seconds(30))
  expect(setUps).toEqual(['new', 'working'])
  expect(occupancy()).toBe('free')
  expect(current().bookings).toEqual([])
  const [old, young] = calendars
  const before = old?.readings
  await clock.advance(minutes(30))
  expect(old?.readings).toBe(before)
  expect(young?.readings).toBeGreaterThan(1)
})

test('a late answer about the old room is ignored for the new one', async () => {
  const clock = createVirtualClock(at('10:30'))
  const { paper, followConfiguration } = createConfigurationOnPaper(clock, aConfiguration())
  const late = {
    ...createMemoryCalendar(),
    readSchedule: async () => {
      await new Promise<void>((resolve) => clock.after(minutes(1), resolve))
      return ok([review])
    },
  }
  const { occupancy } = await aDoor('10:30', {
    clock,
    followConfiguration,
    setUp: async (standing) =>
      standing === 'new'
        ? ok({ configuration: aConfiguration(), calendar: late })
        : ok({ configuration: aConfiguration(otherRoom), calendar: createMemoryCalendar() }),
  })
  paper.says = ok(aConfiguration(otherRoom))
  await clock.advance(seconds(31))
  expect(occupancy()).toBe('free')
  await clock.advance(minutes(1))
  expect(occupancy()).toBe('free')
})

test('another room whose set-up fails leaves the panel at work, and is tried again', async () => {
  const door = await aFollowingDoor('10:30', aConfiguration())
  door.keyring.isLocked = true
  door.write(aConfiguration(otherRoom))
  await door.clock.advance(minutes(2))
  expect(door.occupancy()).toBe('inUse')
  const told = door.log.lines.filter(({ event }) => event === 'configuration.not-taken')
  expect(told).toMatchObject([{ facts: { kind: 'keyringLocked' } }])
  door.keyring.isLocked = false
  await door.clock.advance(seconds(30))
  expect(door.occupancy()).toBe('free')
})

test('a panel that is stopped looks no more', async () => {
  const { clock, panel, paper } = await aFollowingDoor('10:30', aConfiguration())
  panel.stop()
  await clock.advance(minutes(5))
  expect(paper.looks).toBe(0)
  expect(clock.pending()).toBe(0)
})
