import type { TryPin } from '../secrets.ts'
import { bookingIdOf } from '../../shared/booking/booking.ts'
import type {
  AdminAnswer,
  RequestHandlers,
  RequestInput,
  SessionRequestName,
} from '../../shared/ipc/contract.ts'
import type { GiveVerdict } from '../actions/admin-verdict.ts'
import type { Audit } from '../audit.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { Clock, Diagnose, Log } from '../ports.ts'
import type { AdminPin, PinTries } from '../secrets.ts'
import { createAdminSession } from './admin-session.ts'
import { createDiagnosePanel } from './diagnose-panel.ts'
import { createListRooms, type ListRoomsParts } from './list-rooms.ts'
import { createPinLockOut } from './pin-lock-out.ts'
import { type ConfigurationDesk, createSetRoom, type SetRoomParts } from './set-room.ts'

/** All requests of an administrator at the door. This code decides who is let in, not the page. */
export interface Administration {
  readonly requests: AdminRequests
  readonly tryPin: TryPin
  /** To call at each touch of the screen. */
  readonly touch: () => void
  /** Closes an open session. */
  readonly leave: () => void
}

type AdminRequestName = SessionRequestName | 'openAdmin' | 'enterPin' | 'leaveAdmin'

export type AdminRequests = {
  readonly [Name in AdminRequestName]: (
    ...input: undefined extends RequestInput<Name> ? [input?: undefined] : [input: RequestInput<Name>]
  ) => ReturnType<RequestHandlers[Name]>
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
  readonly directory: ListRoomsParts['directory']
  readonly applyConfiguration: SetRoomParts['applyConfiguration']
  /** The tablet's own time zone. The configuration's has precedence. */
  readonly timeZone: string
}

export function createAdministration(parts: AdministrationParts): Administration {
  const { log } = parts
  const lockOut = createPinLockOut(parts)
  const session = createAdminSession({ ...parts, lockOut })
  const diagnosePanel = createDiagnosePanel(parts)
  const listRooms = createListRooms(parts)
  const setRoom = createSetRoom(parts)

  const inSession =
    <Name extends SessionRequestName>(
      name: Name,
      act: (input: RequestInput<Name>) => unknown,
    ): ((input: RequestInput<Name>) => Promise<AdminAnswer>) =>
    async (input) => {
      if (!session.isOpen()) {
        log.warn('admin.refused', { name, why: 'noSession' })
        return 'noSession'
      }
      session.touch()
      await act(input)
      return 'heard'
    }
  return {
    requests: {
      openAdmin: session.requestPin,
      enterPin: ({ pin }) => session.enterPin(pin),
      leaveAdmin: session.leave,
      giveVerdict: inSession('giveVerdict', ({ bookingId, verdict }) =>
        parts.giveVerdict(bookingIdOf(bookingId), verdict),
      ),
      diagnose: inSession('diagnose', diagnosePanel),
      listRooms: inSession('listRooms', listRooms),
      setRoom: inSession('setRoom', ({ roomId }) => setRoom(roomId)),
      leaveKiosk: inSession('leaveKiosk', () => {
        log.info('admin.left-kiosk')
        parts.leaveKiosk()
      }),
    },
    tryPin: lockOut.attempt,
    touch: session.touch,
    leave: session.leave,
  }
}
