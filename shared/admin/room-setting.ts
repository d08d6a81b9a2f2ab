import type { ProblemCode } from '../reading/problem.ts'
import type { OutOfService } from '../reading/room.ts'
import type { SetUpProblem } from '../set-up/set-up.ts'

/** A room that the app may see. */
export interface ListedRoom {
  readonly id: string
  readonly name?: string
  /** People. */
  readonly capacity?: number
  /**
   * The names of all levels above the room, from the company's root down: region, building, floor, or the
   * company's own levels.
   */
  readonly place: readonly string[]
  /** Its closing, if it was closed when the list was read, or if one is planned. */
  readonly outOfService?: OutOfService
}

/** The rooms that an administrator can choose from. They are read only on request. */
export type RoomList =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading' }
  | ({ readonly kind: 'read' } & RoomsRead)
  | ({ readonly kind: 'failed' } & RoomsNotRead)

export interface RoomsRead {
  readonly rooms: readonly ListedRoom[]
  /** The id of the room that the panel shows. */
  readonly current: string
}

export interface RoomsNotRead {
  /** `hubDecides`: this door has a hub, which tells it which room it shows. */
  readonly reason: ProblemCode | 'notSetUp' | 'hubDecides'
  /** For `scopeMissing`: the scopes, any one of which is enough. */
  readonly scopes?: readonly string[]
}

/** The progress of a change of room, from the administrator's confirmation to the outcome that is shown. */
export type RoomSetting =
  | { readonly kind: 'none' }
  /** The panel is trying or storing the new room; no outcome is confirmed yet. */
  | ({ readonly kind: 'setting' } & RoomChange)
  | ({ readonly kind: 'settled'; readonly outcome: RoomOutcome } & RoomChange)

export interface RoomChange {
  /** The name of the previous room, if it was known. */
  readonly from?: string
  readonly to: Pick<ListedRoom, 'id' | 'name'>
}

/**
 * - `done`: the new room is stored, and in force
 * - `stored`: the new room is stored, but not in force yet; the panel tries to apply it again within a minute
 * - `refused`: it is certain that the previous room is still configured
 */
export type RoomOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'stored' }
  | {
      readonly kind: 'refused'
      readonly reason: RoomRefusal
      /** For `notWritable`: the configuration file. */
      readonly file?: string
    }

/**
 * - `notWritable`: the panel has no permission to write the configuration file
 * - `notAudited`: the audit file did not accept the entry that must be written before the change
 * - `hubDecides`: this door has a hub, which tells it which room it shows
 * - a problem of the set-up: the present configuration file can't be used, so the room in it can't be changed
 * - a problem code: why the calendar does not give the room or its schedule to this app
 */
export type RoomRefusal = 'notWritable' | 'notAudited' | 'hubDecides' | SetUpProblem['kind'] | ProblemCode
