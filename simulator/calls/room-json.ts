import type { Room } from '../rooms/room.ts'

/** A room as the `vc/v1/rooms` calls print it; times are strings of seconds there, and "0" as an end is for ever. */
export const roomJson = (room: Room, now: number) => ({
  room_id: room.id,
  name: room.name,
  capacity: room.capacity,
  description: room.description,
  display_id: room.displayId,
  custom_room_id: room.customId,
  room_level_id: room.levels.at(-1) ?? '',
  path: room.levels,
  room_status: statusOf(room, now),
  device: room.devices.map((name) => ({ name })),
})

/** A planned closing is listed while the room is still in service. */
const statusOf = ({ outOfService }: Room, now: number) => {
  const isKnown = outOfService !== undefined && now < outOfService.until
  const isOut = isKnown && outOfService.from <= now
  return {
    status: !isOut,
    schedule_status: !isOut,
    disable_start_time: isKnown ? secondsOf(outOfService.from) : '0',
    disable_end_time: isKnown && outOfService.until < Infinity ? secondsOf(outOfService.until) : '0',
    disable_reason: isKnown ? outOfService.reason : '',
    contact_ids: [],
    disable_notice: false,
    resume_notice: false,
  }
}

const secondsOf = (epochMs: number): string => String(Math.floor(epochMs / 1000))
