import type { RoomChange, RoomOutcome, RoomRefusal } from '../../shared/admin/room-setting.ts'
import type { Configuration } from '../../shared/config/configuration.ts'
import { parseConfiguration } from '../../shared/config/parse-configuration.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { daysAround } from '../../shared/time/calendar-day.ts'
import type { Audit } from '../audit.ts'
import type { RoomCalendar } from '../room-calendar.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { Clock, ConfigurationSource, Log, StagedConfiguration } from '../ports.ts'

/**
 * Gives the panel another room for an administrator. Resolves when the outcome is on the screen. The room is
 * tried first, then the configuration is written as a whole, and only then does the panel apply it. A failure
 * at any step keeps the previous room.
 */
export type SetRoom = (roomId: string) => Promise<void>

export interface SetRoomParts {
  readonly clock: Pick<Clock, 'now'>
  readonly panel: PanelStore
  readonly log: Log
  readonly audit: Audit
  readonly configuration: ConfigurationDesk
  /** Applies the written configuration. Resolves to whether it is in force. */
  readonly applyConfiguration: (written: Configuration) => Promise<boolean>
  /** The tablet's own time zone. The configuration's has precedence. */
  readonly timeZone: string
}

/** The configuration, for an administrator who changes it at the door. Never throws. */
export interface ConfigurationDesk extends Pick<ConfigurationSource, 'read' | 'place'> {
  /** The calendar of a configuration that is not in force, to try it. Its calls count as the panel's own. */
  readonly calendarFor: (configuration: Configuration) => RoomCalendar
}

type Refused = Extract<RoomOutcome, { kind: 'refused' }>

export function createSetRoom(parts: SetRoomParts): SetRoom {
  const { panel, log } = parts
  let underWay: RoomChange | undefined

  const tell = (change: RoomChange, outcome?: RoomOutcome): void => {
    const kind = outcome === undefined ? { kind: 'setting' as const } : { kind: 'settled' as const, outcome }
    panel.apply({ kind: 'admin', event: { kind: 'roomSetting', roomSetting: { ...change, ...kind } } })
  }
  return async (roomId) => {
    // Changes run one after the other. An administrator who came back meanwhile, and has not seen the first
    // one, is shown it.
    if (underWay !== undefined) return tell(underWay)
    const change = changeTo(panel, roomId)
    underWay = change
    tell(change)
    const settle = (outcome: RoomOutcome): void => {
      underWay = undefined
      log.info('room.set', { room: roomId, ...outcome })
      tell(change, outcome)
    }
    try {
      settle(await setRoom(parts, roomId))
    } catch (defect) {
      // The defect is thrown on, to the handler of defects.
      settle(refused('unexpected'))
      throw defect
    }
  }
}

function changeTo(panel: PanelStore, roomId: string): RoomChange {
  const { admin, room } = panel.current()
  const listed = admin.kind === 'open' && admin.rooms.kind === 'read' ? admin.rooms.rooms : []
  const to = listed.find(({ id }) => id === roomId) ?? { id: roomId }
  return { to, ...(room.name !== undefined && { from: room.name }) }
}

async function setRoom(parts: SetRoomParts, roomId: string): Promise<RoomOutcome> {
  const { audit, clock, configuration, log } = parts
  const written = await configuration.read()
  if (!written.ok) return refused(written.error.kind)
  if (written.value.hub !== undefined) return refused('hubDecides')
  const entry = { from: written.value.room.id, to: roomId }
  const outcome = await carryOut(parts, written.value, entry)
  const entered = await audit.enterRoom({ ...entry, at: clock.now(), outcome })
  if (!entered.ok) log.error('audit.failed', { cause: entered.error })
  return outcome
}

async function carryOut(
  parts: SetRoomParts,
  before: Configuration,
  entry: { readonly from: string; readonly to: string },
): Promise<RoomOutcome> {
  const { audit, clock, configuration, log } = parts
  const wanted = withRoom(before, entry.to)
  if (!wanted.ok) return wanted.error
  const calendar = configuration.calendarFor(wanted.value)
  const usable = await tryRoom(calendar, wanted.value.timeZone ?? parts.timeZone, clock)
  if (!usable.ok) return usable.error
  // Reads the file again, so that IT's changes during the trial are kept.
  const written = await configuration.read()
  if (!written.ok) return refused(written.error.kind)
  const next: Configuration = { ...written.value, room: wanted.value.room }
  const staged = await stage(parts, next)
  if (!staged.ok) return staged.error
  const entered = await audit.enterRoom({ ...entry, at: clock.now() })
  if (!entered.ok) {
    log.error('audit.failed', { cause: entered.error })
    await staged.value.discard()
    return refused('notAudited')
  }
  const committed = await staged.value.commit()
  if (!committed.ok) return committed.error
  const isInForce = await parts.applyConfiguration(next).catch((cause: unknown) => {
    log.error('configuration.not-taken', { cause })
    return false
  })
  return { kind: isInForce ? 'done' : 'stored' }
}

/** With an invalid id the panel could not start again. */
function withRoom(before: Configuration, id: string): Result<Configuration, Refused> {
  const parsed = parseConfiguration({ ...before, room: { ...before.room, id } })
  return parsed.ok ? parsed : err(refused('configurationInvalid'))
}

/** Makes the same readings of the new room that a panel makes: the room itself and its schedule. */
async function tryRoom(
  { readRoom, readSchedule }: RoomCalendar,
  timeZone: string,
  { now }: Pick<Clock, 'now'>,
): Promise<Result<void, Refused>> {
  const room = await readRoom()
  if (!room.ok) return err(refused(room.error.code))
  const schedule = await readSchedule(daysAround(now(), timeZone))
  return schedule.ok ? ok(undefined) : err(refused(schedule.error.code))
}

interface Staged extends Pick<StagedConfiguration, 'discard'> {
  readonly commit: () => Promise<Result<void, Refused>>
}

/**
 * Writes the configuration to the disk without effect. A lack of rights or space fails here, or in its
 * `commit`.
 */
async function stage(
  { configuration, log }: SetRoomParts,
  next: Configuration,
): Promise<Result<Staged, Refused>> {
  const place = configuration.place()
  const notWritten = (cause: unknown): Result<never, Refused> => {
    log.error('configuration.not-written', { file: place.file, cause })
    return err({ kind: 'refused', reason: 'notWritable', file: place.file })
  }
  const staged = await place.stage(next)
  if (!staged.ok) return notWritten(staged.error)
  const { commit, discard } = staged.value
  return ok({
    discard,
    commit: async () => {
      const committed = await commit()
      if (committed.ok) return committed
      await discard()
      return notWritten(committed.error)
    },
  })
}

const refused = (reason: RoomRefusal): Refused => ({ kind: 'refused', reason })
