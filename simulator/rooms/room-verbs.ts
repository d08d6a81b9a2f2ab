import { createSchedule } from '../calendar/schedule.ts'
import type { Platform } from '../platform.ts'
import type { Tenant } from '../tenancy/tenant.ts'
import { addLevel } from './level.ts'
import { noReserveRules, type ReserveRules, type Room } from './room.ts'

export interface RoomOptions {
  readonly id?: string
  readonly name?: string
  readonly capacity?: number
  readonly description?: string
  readonly displayId?: string
  readonly customId?: string
  readonly levels?: readonly string[]
  readonly devices?: readonly string[]
  readonly tenant?: Tenant
}

export interface Closing {
  readonly reason?: string
  /** Epoch ms. */
  readonly from?: number
  readonly until?: number
}

/** Events of rooms, and of the people who walk in and out of them. */
export const roomVerbs = (platform: Platform) => ({
  addRoom: (options: RoomOptions = {}): Room => {
    const room: Room = {
      id: options.id ?? platform.ids.room(),
      tenant: options.tenant ?? platform.home,
      name: options.name ?? 'Magnolia',
      capacity: options.capacity ?? 8,
      description: options.description ?? '',
      displayId: options.displayId ?? platform.ids.roomDisplay(),
      customId: options.customId ?? '',
      levels: options.levels ?? platform.homeLevels,
      devices: options.devices ?? [],
      isRemoved: false,
      outOfService: undefined,
      people: new Set(),
      schedule: createSchedule(),
      reserveRules: noReserveRules,
    }
    platform.rooms.set(room.id, room)
    return room
  },

  /** Names the level at the end of this path, for rooms in it. */
  addLevel: (path: readonly string[], name: string): void =>
    addLevel(platform.levels, platform.home, path, name),

  /** Takes the room out of service, from now on or from a later moment. Its bookings remain. */
  disableRoom: (room: Room, { reason = '', from = platform.now(), until = Infinity }: Closing = {}): void =>
    void (room.outOfService = { reason, from, until }),
  enableRoom: (room: Room): void => void (room.outOfService = undefined),
  renameRoom: (room: Room, name: string): void => void (room.name = name),

  /** Limits future bookings. Earlier ones remain. */
  limitBookings: (room: Room, rules: Partial<ReserveRules>): void =>
    void (room.reserveRules = { ...room.reserveRules, ...rules }),

  /** Deletes the room: its details answer 121004, and freebusy lists it in `error_room_ids`. */
  removeRoom: (room: Room): void => void (room.isRemoved = true),

  walkIn: (room: Room, person: string): void => void room.people.add(person),
  walkOut: (room: Room, person: string): void => void room.people.delete(person),
  peopleIn: (room: Room): readonly string[] => [...room.people],
})

/** A room that this company owns. */
export const roomOf = (platform: Platform, tenant: Tenant, id: string): Room | undefined => {
  const room = roomEverOf(platform, tenant, id)
  return room?.isRemoved === false ? room : undefined
}

/** A room that this company owns or has owned. */
export const roomEverOf = (platform: Platform, tenant: Tenant, id: string): Room | undefined => {
  const room = platform.rooms.get(id)
  return room?.tenant === tenant ? room : undefined
}
