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

const statusOf = ({ outOfService }: Room, now: number) => {
  const isOut = outOfService !== undefined && now < outOfService.until
  return {
    status: !isOut,
    schedule_status: !isOut,
    disable_start_time: isOut ? secondsOf(outOfService.from) : '0',
    disable_end_time: isOut && outOfService.until < Infinity ? secondsOf(outOfService.until) : '0',
    disable_reason: isOut ? outOfService.reason : '',
    contact_ids: [],
    disable_notice: false,
    resume_notice: false,
  }
}

const secondsOf = (epochMs: number): string => String(Math.floor(epochMs / 1000))
