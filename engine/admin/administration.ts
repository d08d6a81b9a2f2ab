import { bookingIdOf } from '../../shared/booking/booking.ts'
import type { AdminAnswer, RequestInput } from '../../shared/ipc/contract.ts'
import type { GiveVerdict } from '../actions/admin-verdict.ts'
import type { Audit } from '../audit.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { Clock, Diagnose, Log } from '../ports.ts'
import type { AdminPin, PinTries } from '../secrets.ts'
import { createAdminSession } from './admin-session.ts'
import { createDiagnosePanel } from './diagnose-panel.ts'
import { createListRooms, type RoomDirectory } from './list-rooms.ts'
import { createPinLockOut } from './pin-lock-out.ts'
import { type ConfigurationDesk, createSetRoom, type SetRoomParts } from './set-room.ts'

/** All requests of an administrator at the door. This code decides who is let in, not the page. */
export interface Administration {
  readonly requests: AdminRequests
  /** To call at each touch of the screen. */
  readonly touch: () => void
  /** Closes an open session. */
  readonly leave: () => void
}

export interface AdminRequests {
  readonly openAdmin: () => Promise<void>
  readonly enterPin: (input: RequestInput<'enterPin'>) => Promise<void>
  readonly leaveAdmin: () => void
  readonly giveVerdict: (input: RequestInput<'giveVerdict'>) => Promise<AdminAnswer>
  readonly diagnose: () => Promise<AdminAnswer>
  readonly listRooms: () => Promise<AdminAnswer>
  readonly setRoom: (input: RequestInput<'setRoom'>) => Promise<AdminAnswer>
  readonly leaveKiosk: () => Promise<AdminAnswer>
}

/** The outside that only an administrator's requests need. */
export interface AdminPorts {
  readonly pin: AdminPin
  readonly tries: PinTries
  readonly audit: Audit
  readonly diagnose: Diagnose
  /** Ends the program. */
  readonly leaveKiosk: () => void
}

export interface AdminOutside extends AdminPorts {
  readonly configuration: ConfigurationDesk
}

export interface AdministrationParts extends AdminOutside {
  readonly clock: Clock
  readonly panel: PanelStore
  readonly log: Log
  /** Does nothing while the panel is not set up, because it knows no bookings then. */
  readonly giveVerdict: GiveVerdict
  /** The company's rooms; undefined while the panel is not set up. */
  readonly directory: () => RoomDirectory | undefined
  readonly applyConfiguration: SetRoomParts['applyConfiguration']
  /** The tablet's own time zone. The configuration's has precedence. */
  readonly timeZone: string
}

export function createAdministration(parts: AdministrationParts): Administration {
  const { log } = parts
  const session = createAdminSession({ ...parts, lockOut: createPinLockOut(parts) })
  const diagnosePanel = createDiagnosePanel(parts)
  const listRooms = createListRooms(parts)
  const setRoom = createSetRoom(parts)

  const ifOpen = async (name: keyof AdminRequests, act: () => Promise<void> | void): Promise<AdminAnswer> => {
    if (!session.isOpen()) {
      log.warn('admin.refused', { name, why: 'noSession' })
      return 'noSession'
    }
    session.touch()
    await act()
    return 'heard'
  }
  return {
    requests: {
      openAdmin: session.requestPin,
      enterPin: ({ pin }) => session.enterPin(pin),
      leaveAdmin: session.leave,
      giveVerdict: ({ bookingId, verdict }) =>
        ifOpen('giveVerdict', () => parts.giveVerdict(bookingIdOf(bookingId), verdict)),
      diagnose: () => ifOpen('diagnose', diagnosePanel),
      listRooms: () => ifOpen('listRooms', listRooms),
      setRoom: ({ roomId }) => ifOpen('setRoom', () => setRoom(roomId)),
      leaveKiosk: () =>
        ifOpen('leaveKiosk', () => {
          log.info('admin.left-kiosk')
          parts.leaveKiosk()
        }),
    },
    touch: session.touch,
    leave: session.leave,
  }
}
