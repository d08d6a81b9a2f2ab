import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createSystemd } from '../../../../main/adapters/tablet/systemd.ts'
import { minutes, seconds } from '../../../../shared/time/time.ts'
import { createMemoryLog } from '../../../support/memory/memory-log.ts'
import { createVirtualClock } from '../../../support/virtual-clock.ts'

/** A machine on which `systemd-notify` writes down what it is told, a line each; it fails if `status` is not 0. */
async function aService(settings: Readonly<Record<string, string>>, status = 0) {
  const folder = await mkdtemp(join(tmpdir(), 'room-panel-systemd-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const [command, notes] = [join(folder, 'systemd-notify'), join(folder, 'notes')]
  await writeFile(command, `#!/bin/sh\necho "$NOTIFY_SOCKET $*" >>${notes}\nexit ${status}\n`)
  await chmod(command, 0o755)
  await writeFile(notes, '')
  const clock = createVirtualClock()
  const log = createMemoryLog()
  const environment = { PATH: `${folder}:${process.env['PATH']}`, ...settings }
  return {
    clock,
    log,
    systemd: createSystemd({ environment, clock, log }),
    notes: async () => (await readFile(notes, 'utf8')).split('\n').slice(0, -1),
  }
}

const watched = { NOTIFY_SOCKET: '/run/notify', WATCHDOG_USEC: '60000000' }

test('tells systemd that the panel is ready, and then that it lives, at most every ten seconds', async () => {
  const { clock, systemd, notes } = await aService(watched)
  expect(systemd.patience).toBe(minutes(1))
  systemd.isAlive()
  await vi.waitFor(async () => expect(await notes()).toEqual(['/run/notify READY=1 WATCHDOG=1']))
  await clock.advance(seconds(9))
  systemd.isAlive()
  await clock.advance(seconds(1))
  systemd.isAlive()
  await vi.waitFor(async () =>
    expect(await notes()).toEqual(['/run/notify READY=1 WATCHDOG=1', '/run/notify WATCHDOG=1']),
  )
})

test('without a watchdog the panel only says once that it is ready', async () => {
  const { clock, systemd, notes } = await aService({ NOTIFY_SOCKET: '/run/notify' })
  expect(systemd.patience).toBeUndefined()
  systemd.isAlive()
  await clock.advance(minutes(10))
  systemd.isAlive()
  await vi.waitFor(async () => expect(await notes()).toEqual(['/run/notify READY=1 WATCHDOG=1']))
})

test('outside of a service no note is sent', async () => {
  const { systemd, notes } = await aService({ WATCHDOG_USEC: '60000000' })
  expect(systemd.patience).toBeUndefined()
  systemd.isAlive()
  expect(await notes()).toEqual([])
})

test('notes in the log that systemd could not be told', async () => {
  const { log, systemd } = await aService(watched, 1)
  systemd.isAlive()
  await vi.waitFor(() => expect(log.events()).toEqual(['systemd.not-told']))
})
