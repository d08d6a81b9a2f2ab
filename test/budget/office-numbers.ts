import { minutes, seconds } from '../../shared/time/time.ts'

/**
 * What goes on at one door of a realistic office, with where the numbers are from. "Assumed" is ours: it is published nowhere;
 * we took what costs more calls.
 */
export const officeNumbers = {
  /** 3 to 5 bookings a room and day: worklytics.co/resources/meeting-room-utilization-kpis-facilities-managers-2025. The upper end. */
  meetingsPerDay: 5,
  /** 45 % last 30 minutes, 94 % an hour or less: the survey quoted by qeeebo.com, "20 interesting statistics about meeting rooms". */
  lengths: [
    { share: 0.45, length: minutes(30) },
    { share: 0.49, length: minutes(60) },
    { share: 0.06, length: minutes(120) },
  ],
  /** More than 25 % of booked meetings are ghosts: density.io/resources/ghost-meetings. */
  noShows: 0.25,
  /** Assumed. */
  bookedOnTheDay: 0.4,
  cancelledOnTheDay: 0.1,
  movedOnTheDay: 0.05,
  extended: 0.05,
  endedAtThePanel: 0.25,
  /** People who only want to see whether the room is free, or until when, and touch it. Assumed. */
  passersPerDay: 10,
  /** Of the touches, those that are followed by another one some seconds later. Assumed. */
  secondTouches: 0.4,
  /**
   * 20 rooms and 3 days took Feishu 2.35 to 4.30 s, and about 0.1 % of the calls ended in a 504 (RoomBeacon,
   * feishu-504-investigation.md). One room asks for a twentieth of that; assumed:
   */
  latency: { least: seconds(0.3), most: seconds(2.5) },
  gatewayTimeouts: 0.001,
} as const
