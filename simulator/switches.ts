/**
 * Where the official texts are silent or contradict each other, the world can be switched to either reading. A client
 * has to live with all of them.
 */
export interface Switches {
  /**
   * The effect of a reply with `original_time` 0 on a series. The current page of `instance/reply` calls 0
   * right for a recurring event; older official material says that it answers every instance. The default is
   * the harmful reading, so that a careless client is caught.
   */
  zeroOnSeries: 'wholeSeries' | 'rejected' | 'firstInstance'
  /**
   * The effect of a reply that names one instance of a series: it hits that one, as it should, or a faulty
   * platform applies it to all, or knows no instance by that name.
   */
  instanceOfSeries: 'itself' | 'wholeSeries' | 'rejected'
  /**
   * Whether freebusy still lists the part of a booking up to its end by `ENDED_BEFORE_DUE`, or removes it.
   */
  endedEarly: 'shortened' | 'removed'
  /** How long freebusy still shows the state before a reply, ms. */
  replyShownAfter: number
  /**
   * How long freebusy still shows the other instances of a series after a reply to one of them hit all, ms.
   */
  harmShownAfter: number
  /**
   * How long a room takes to answer an app's booking, ms, at least and at most. Infinity: it never answers.
   */
  roomAnswersAfter: readonly [least: number, most: number]
  /** Whether freebusy lists what a room was asked for and has not answered. */
  unansweredShown: boolean
  /** How long freebusy hides a new acceptance by a room, and its removal, ms. */
  bookingShownAfter: number
  /**
   * The answer to a second creation with the same `idempotency_key`: the page says only that the key is
   * unique.
   */
  sameKey: 'sameEvent' | 'refused'
  /**
   * A room's answer to an app's booking without a contact: the FAQ wants a contact, and no page says how
   * others are answered.
   */
  withoutContact: 'accepted' | 'declined'
  /** Whether an event may be created that has begun. */
  pastStart: 'accepted' | 'refused'
  /**
   * The answer to a second deletion of an event: that it is deleted (193003), or that there is none (193001).
   */
  deletedTwice: 'deleted' | 'notFound'
  /** The HTTP status of a refusal by the `meeting_room` calls. Their pages state none. */
  refusalStatus: 200 | 400
  /** Whether a store app's ticket counts after a newer one was pushed. No page says how long one lives. */
  olderTicket: 'counts' | 'refused'
  /** The form of an event that pushes a ticket. Its page shows the older one. */
  eventSchema: '1.0' | '2.0'
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
  unansweredShown: false,
  bookingShownAfter: 0,
  sameKey: 'sameEvent',
  withoutContact: 'declined',
  pastStart: 'accepted',
  deletedTwice: 'deleted',
  refusalStatus: 200,
  olderTicket: 'refused',
  eventSchema: '1.0',
  tokenLife: 7200,
  dateSkew: 0,
})
