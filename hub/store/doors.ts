import type { StoreAnswer } from './stored.ts'

/** The doors that this company's hubs know. Any hub may write, and so may the commands. */
export interface DoorRegistry {
  /** All doors, sorted by room, then by id. */
  readonly list: () => StoreAnswer<readonly Door[]>
  /** Stores a one-time code for a door of this room by its hash; valid for `lifetime` ms by the store's clock. */
  readonly addCode: (hash: string, room: string, lifetime: number) => StoreAnswer<void>
  /** The state of a code, by its hash. Does not use the code up. */
  readonly lookAtCode: (hash: string) => StoreAnswer<CodeState>
  /** Uses a code up, and enters the door of its room under this id, assigned to it. Of two at once one succeeds. */
  readonly redeemCode: (hash: string, id: string) => StoreAnswer<CodeState>
  /** The room no longer waits for this door. False if there is no such door, or it was not assigned. */
  readonly unassign: (id: string) => StoreAnswer<boolean>
  /** Remembers in which session a door was last heard. False if there is no such door. */
  readonly noteSession: (id: string, session: string) => StoreAnswer<boolean>
  /** Remembers a password until the door has it; undefined forgets it. False if there is no such door. */
  readonly keepNextPassword: (id: string, password: string | undefined) => StoreAnswer<boolean>
}

export interface Door {
  /** Also the name of its account at the broker. */
  readonly id: string
  readonly room: string
  /** A release needs the vote of every door that is assigned to the room. */
  readonly isAssigned: boolean
  /** Its last session on the line; undefined if it was never heard. */
  readonly session?: string
  /** A password that the door was told, and may not have stored yet. */
  readonly nextPassword?: string
}

export type CodeState =
  | { readonly kind: 'valid'; readonly room: string }
  | { readonly kind: 'unknown' | 'used' | 'expired' }
