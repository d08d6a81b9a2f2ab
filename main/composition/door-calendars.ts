import { randomUUID } from 'node:crypto'
import { app } from 'electron'
import { feishuCalendars } from '../../engine/calendars/feishu/feishu-for.ts'
import { lineCalendars } from '../../engine/calendars/line/line-for.ts'
import { keptPasswords } from '../../engine/installation/door-secret.ts'
import type { CalendarFor, CallCounter } from '../../engine/ports.ts'
import type { Vault } from '../../engine/secrets.ts'
import { brokerFor } from './broker-for.ts'
import { feishuPorts, type PanelOutside } from './outside.ts'

export interface DoorCalendars {
  readonly calendarFor: CalendarFor
  /** Takes leave of the broker of a door with a hub. */
  readonly close: () => Promise<void>
}

/** The calendar of a door: Feishu's, or with a hub what that tells. */
export function doorCalendars(
  outside: PanelOutside,
  calls: CallCounter | undefined,
  vault: Vault,
): DoorCalendars {
  const { clock, log } = outside
  const direct = feishuCalendars(feishuPorts(outside, calls))
  const session = randomUUID()
  const version = app.getVersion()
  const line = lineCalendars({
    clock,
    log,
    session,
    version,
    random: Math.random,
    newId: randomUUID,
    brokerFor,
    keptPasswords: keptPasswords(vault),
  })
  return {
    calendarFor: (configuration, readSecret) => {
      if (configuration.hub !== undefined) return line.calendarFor(configuration, readSecret)
      void line.close()
      return direct(configuration, readSecret)
    },
    close: line.close,
  }
}
