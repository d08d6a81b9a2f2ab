import { createDoorPanel, type DoorPanelParts } from '../../engine/door-panel/door-panel.ts'
import type { Booking } from '../../shared/booking/booking.ts'
import type { Configuration, DirectConfiguration } from '../../shared/config/configuration.ts'
import { parseConfiguration } from '../../shared/config/parse-configuration.ts'
import { ok } from '../../shared/result.ts'
import type { Snapshot } from '../../shared/snapshot/snapshot.ts'
import { at } from './builders.ts'
import { unchangedConfiguration } from './configuration-on-paper.ts'
import { createMemoryAdmin, type MemoryAdmin } from './memory/memory-admin.ts'
import { createMemoryCalendar, type MemoryCalendar } from './memory/memory-calendar.ts'
import { createMemoryJournal, type MemoryJournal } from './memory/memory-journal.ts'
import { createMemoryLog } from './memory/memory-log.ts'
import { createMemoryReservations } from './memory/memory-reservations.ts'
import { createVirtualClock, type VirtualClock } from './virtual-clock.ts'

/** A configuration with these words of IT's about check-in. */
export function aConfiguration(over: Readonly<Record<string, unknown>> = {}): DirectConfiguration {
  const parsed = parseConfiguration({
    feishu: { origin: 'http://127.0.0.1:1', appId: 'cli_a1b2c3d4e5f60718' },
    room: { id: 'omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9' },
    timeZone: 'Asia/Shanghai',
    ...over,
  })
  if (!parsed.ok || parsed.value.hub !== undefined) throw new Error('The configuration of this test')
  return parsed.value
}

export interface DoorOptions extends Partial<DoorPanelParts> {
  readonly bookings?: readonly Booking[]
  readonly configuration?: Configuration
  readonly clock?: VirtualClock
  readonly calendar?: MemoryCalendar
  readonly journal?: MemoryJournal
  readonly admin?: MemoryAdmin
}

/** A whole door panel on in-memory ports. It goes on by itself as time does. */
export async function aDoor(time: string, options: DoorOptions = {}) {
  const { bookings = [], configuration = aConfiguration(), ...over } = options
  const clock = over.clock ?? createVirtualClock(at(time))
  const calendar = over.calendar ?? createMemoryCalendar(...bookings)
  const journal = over.journal ?? createMemoryJournal()
  const log = createMemoryLog()
  const admin = over.admin ?? createMemoryAdmin()
  const panel = createDoorPanel({
    log,
    rate: 1,
    identity: () => ({ name: 'tablet', code: 'K7M2QX' }),
    followConfiguration: unchangedConfiguration,
    setUp: async (_standing, previewConfiguration) => {
      await previewConfiguration(configuration)
      return ok({ configuration, calendar })
    },
    tablet: { locale: 'en-US', timeZone: 'UTC' },
    booking: { store: createMemoryReservations(), newId: () => 'unused' },
    ...over,
    clock,
    journal,
    admin,
  })
  const shown: Snapshot[] = []
  panel.onSnapshot((snapshot) => shown.push(snapshot))
  await clock.advance(0)
  const occupancy = () => shown.at(-1)?.occupancy.kind
  return { clock, calendar, journal, log, admin, panel, shown, occupancy }
}
