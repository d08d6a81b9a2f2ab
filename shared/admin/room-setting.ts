import type { ProblemCode } from '../reading/problem.ts'
import type { SetUpProblem } from '../set-up/set-up.ts'

/** A room that the app may see. */
export interface ListedRoom {
  readonly id: string
  readonly name?: string
  /** People. */
  readonly capacity?: number
  /** The names of all levels that it lies in, from the company's root down: region, building, floor, or what a company has. */
  readonly place: readonly string[]
}

/** The rooms that an administrator can choose from, read when somebody asks for them. */
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
  readonly reason: ProblemCode | 'notSetUp'
  /** For `scopeMissing`: any one of these would do. */
  readonly scopes?: readonly string[]
}

/** How it goes when an administrator gives the panel another room, from the confirmation to the last word about it. */
export type RoomSetting =
  | { readonly kind: 'none' }
  /** Tried or being stored; nothing is confirmed. */
  | ({ readonly kind: 'setting' } & RoomChange)
  | ({ readonly kind: 'settled'; readonly outcome: RoomOutcome } & RoomChange)

export interface RoomChange {
  /** The name of the room that the panel showed, if it was known. */
  readonly from?: string
  readonly to: Pick<ListedRoom, 'id' | 'name'>
}

/**
 * - `done`: stored, and in force
 * - `stored`: stored, and not in force yet; the panel tries to follow again within a minute
 * - `refused`: what was there before is there, for certain
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
 * - `notWritable`: the configuration file is one that the panel may not write
 * - `notAudited`: the audit file does not take the entry that has to be there first
 * - a problem of the set-up: the file as it lies there can't be used, so nothing can be changed in it
 * - else why the calendar does not give the room or its schedule to this app
 */
export type RoomRefusal = 'notWritable' | 'notAudited' | SetUpProblem['kind'] | ProblemCode
