/**
 * Where the official texts are silent or contradict each other, the world can be switched to either reading. A client
 * has to live with all of them.
 */
export interface Switches {
  /**
   * What a reply with `original_time` 0 does to a series. The current page of `instance/reply` calls 0 right for a
   * recurring event, older official material says that it answers every instance. The default is the reading that
   * does harm, so that a careless client is caught.
   */
  zeroOnSeries: 'wholeSeries' | 'rejected' | 'firstInstance'
  /**
   * Whether a reply that names one instance of a series hits that one, as it should, or a platform gone wrong hits all, or
   * knows none by that name.
   */
  instanceOfSeries: 'itself' | 'wholeSeries' | 'rejected'
  /** Whether freebusy still lists what `ENDED_BEFORE_DUE` left of a booking, up to now, or nothing of it. */
  endedEarly: 'shortened' | 'removed'
  /** For how long freebusy goes on showing what a reply has already changed, ms. */
  replyShownAfter: number
  /** For how long it goes on showing the other instances of a series of which a reply to one of them hit all, ms. */
  harmShownAfter: number
  /** How long a room thinks about a booking of an app's, ms, at least and at most. Infinity: it never answers. */
  roomAnswersAfter: readonly [least: number, most: number]
  /** For how long freebusy doesn't show yet what a room has accepted, nor that it is gone again, ms. */
  bookingShownAfter: number
  /** What a second creation with the same `idempotency_key` gets: the page says only that the key is unique. */
  sameKey: 'sameEvent' | 'refused'
  /** What a room says to an app's booking that names no contact: the FAQ wants one, no page says what becomes of others. */
  withoutContact: 'accepted' | 'declined'
  /** Whether an event may be created that has begun. */
  pastStart: 'accepted' | 'refused'
  /** What a second deletion of an event is told: that it is deleted (193003), or that there is none (193001). */
  deletedTwice: 'deleted' | 'notFound'
  /** HTTP status of a refusal by the `meeting_room` calls; their pages print none. */
  refusalStatus: 200 | 400
  /** Life of a token, seconds; documented as at most two hours. */
  tokenLife: number
  /** How far the `Date` header runs ahead of the world's clock, ms; negative for behind. */
  dateSkew: number
}

export const defaultSwitches = (): Switches => ({
  zeroOnSeries: 'wholeSeries',
  instanceOfSeries: 'itself',
  endedEarly: 'shortened',
  replyShownAfter: 0,
  harmShownAfter: 0,
  roomAnswersAfter: [1000, 3000],
  bookingShownAfter: 0,
  sameKey: 'sameEvent',
  withoutContact: 'declined',
  pastStart: 'accepted',
  deletedTwice: 'deleted',
  refusalStatus: 200,
  tokenLife: 7200,
  dateSkew: 0,
})
