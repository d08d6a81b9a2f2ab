/** Another room, for a visitor whose room is taken or closed. */
export interface FindWords {
  readonly find: string
  readonly looking: string
  /** Above the rooms that were found. */
  readonly rooms: string
  /** No room is free for half an hour. */
  readonly none: string
  readonly sameFloor: string
  readonly floorsUp: (count: number) => string
  readonly floorsDown: (count: number) => string
  /** Another room was booked until then. */
  readonly booked: (room: string, until: string) => string
  readonly bookedAdvice: string
}
