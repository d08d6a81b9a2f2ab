import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { userInfo } from 'node:os'
import type { Log } from '../../engine/ports.ts'
import { createSystemClock } from '../../main/adapters/clock/system-clock.ts'
import { bytesTo, linesTo } from '../../main/adapters/log/terminal.ts'
import { type CommandParts, letGo, listDoors, tellCode } from '../cli/commands.ts'
import { tellHealth } from '../cli/tell-health.ts'
import { giveOrder } from '../cli/give-order.ts'
import { hearDoors } from '../cli/heard-doors.ts'
import { rotateDoor } from '../cli/rotate-door.ts'
import { tellStatus } from '../cli/tell-status.ts'
import type { HubCommandLine } from '../cli/hub-command-line.ts'
import type { HubConfiguration } from '../config/hub-configuration.ts'
import { hubConfigurationText, readHubConfiguration } from '../config/read-hub-configuration.ts'
import { fingerprintOf } from './broker-authority.ts'
import { hubChecks } from './hub-checks.ts'
import { type OpenBroker, openBroker } from './open-broker.ts'
import { openStore } from './open-store.ts'
import { runHub } from './run-hub.ts'

const say = linesTo(process.stdout)
const clock = createSystemClock()
const complain = linesTo(process.stderr)

/** A command says itself what failed. */
const log: Log = { info: () => undefined, warn: () => undefined, error: (event) => complain(event) }

const pour = bytesTo(process.stdout)

/** Carries a command out, and returns the exit status. */
export async function runHubCommand(asked: HubCommandLine): Promise<number> {
  const configuration = await readHubConfiguration(asked.config)
  if (!configuration.ok) {
    hubConfigurationText(configuration.error).forEach(complain)
    return 1
  }
  if (asked.command === 'run') return runUntilTold(configuration.value)
  if (asked.command === 'doctor')
    return tellHealth({ checks: hubChecks(configuration.value, { clock, log }), say, asJson: asked.asJson })
  const store = await openStore(configuration.value.database, log)
  if (!store.ok) {
    complain(store.error)
    return 1
  }
  const { doors, audit } = store.value
  const by = process.env['SUDO_USER'] ?? userInfo().username
  const parts = { doors, audit, random: randomBytes, by, say, asJson: asked.asJson }
  const status = await statusOf(asked, parts, configuration.value)
  await store.value.close()
  return status
}

/** systemd names the folder, and ends a service by SIGTERM. */
async function runUntilTold(configuration: HubConfiguration): Promise<number> {
  const stop = await runHub(configuration, process.env['STATE_DIRECTORY'] ?? '/var/lib/room-panel-hub')
  await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')])
  await stop()
  return 0
}

function statusOf(
  asked: Exclude<HubCommandLine, { readonly command: 'doctor' | 'run' }>,
  parts: Omit<CommandParts, 'broker'>,
  { rooms, broker }: HubConfiguration,
): Promise<number> {
  switch (asked.command) {
    case 'enrol':
      return enrolAt(parts, asked.room, rooms, broker)
    case 'doors':
      return listDoors(parts)
    case 'unassign':
      return overBroker(broker, ({ admin }) => letGo({ ...parts, broker: admin }, asked.door))
    case 'rotate':
      return rotateDoor({ ...parts, clock }, asked.door)
    case 'status':
      return overBroker(broker, async ({ line }) =>
        tellStatus({ ...parts, heard: await hearDoors({ line, clock }), now: clock.now() }),
      )
    case 'order':
      return overBroker(broker, ({ line }) =>
        giveOrder(
          { ...parts, line, clock, newId: randomUUID, pour, ...(asked.out === '-' && { say: complain }) },
          asked.door,
          asked.kind,
          asked.out,
        ),
      )
  }
}

async function enrolAt(
  parts: Omit<CommandParts, 'broker'>,
  room: string,
  rooms: HubConfiguration['rooms'],
  broker: HubConfiguration['broker'],
): Promise<number> {
  const fingerprint = await fingerprintOf(broker)
  if (fingerprint.ok) return tellCode({ ...parts, rooms, fingerprint: fingerprint.value }, room)
  complain(fingerprint.error)
  return 1
}

async function overBroker(
  broker: HubConfiguration['broker'],
  carryOut: (opened: OpenBroker) => Promise<number>,
): Promise<number> {
  const opened = await openBroker(broker, { clock, log })
  if (!opened.ok) {
    complain(opened.error)
    return 1
  }
  const status = await carryOut(opened.value)
  await opened.value.close()
  return status
}
