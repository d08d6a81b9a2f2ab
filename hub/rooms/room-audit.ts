import type { Audit } from '../../engine/audit.ts'
import type { BookingId } from '../../shared/booking/booking.ts'
import type { HubAudit } from '../store/audit.ts'

export interface RoomAuditParts {
  readonly room: string
  readonly audit: Pick<HubAudit, 'enter'>
  /** The audit of all else. */
  readonly others: Audit
  /** The door that asked for the verdict about this booking. */
  readonly askedBy: (booking: BookingId) => string | undefined
}

/**
 * The audit of a room's engine in the hub. An administrator's verdict is in the hubs' audit before it is sent. The acts
 * that are open to every visitor are in the door's own audit, and in the hub's log.
 */
export const createRoomAudit = ({ room, audit, others, askedBy }: RoomAuditParts): Audit => ({
  ...others,
  enter: ({ booking, verdict, outcome }) => {
    const door = askedBy(booking)
    const by = 'administrator at the door'
    const said = outcome && (outcome.kind === 'refused' ? outcome.reason : outcome.kind)
    return audit.enter({
      act: verdict,
      by,
      room,
      booking,
      ...(door && { door }),
      ...(said && { outcome: said }),
    })
  },
})
