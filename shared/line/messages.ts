import type { GenericSchema } from 'valibot'
import { days, hours, seconds } from '../time/time.ts'
import { answerSchema, askSchema } from './asks.ts'
import {
  desiredSchema,
  doorEventSchema,
  orderSchema,
  presenceSchema,
  pulseSchema,
  reportedSchema,
  siteSchema,
} from './door-messages.ts'
import { toldSchema } from './told.ts'
import { viewSchema } from './view.ts'

/** How the broker treats a message. `expiry` in ms; without it the broker keeps the message until the next one. */
export interface Delivery {
  readonly retain: boolean
  /** 0: a lost one is followed by the next; 1: it may come twice. */
  readonly qos: 0 | 1
  readonly expiry?: number
}

interface Kind<LineMessage> extends Delivery {
  readonly schema: GenericSchema<unknown, LineMessage>
}

const kind = <LineMessage, Way extends Delivery>(
  schema: GenericSchema<unknown, LineMessage>,
  delivery: Way,
): Kind<LineMessage> & Way => ({
  schema,
  ...delivery,
})

const retained = { retain: true, qos: 1 } as const
const passing = { retain: false, qos: 1 } as const

/** A view outlives a night, and no weekend: older data is no longer shown in any case. */
const viewExpiry = days(1) + hours(2)

/** A picture of a door's page: a JPEG file, with the order's id as its correlation. No message of `messages`. */
export const picture = { ...passing, expiry: seconds(60), longest: 512 * 1024 } as const

/** Every kind of message on the line, but for the pictures. */
export const messages = {
  room: kind(viewSchema, { ...retained, expiry: viewExpiry }),
  desired: kind(desiredSchema, retained),
  answer: kind(answerSchema, { ...passing, expiry: seconds(30) }),
  order: kind(orderSchema, { ...passing, expiry: seconds(60) }),
  presence: kind(presenceSchema, retained),
  reported: kind(reportedSchema, { ...retained, expiry: viewExpiry }),
  event: kind(doorEventSchema, passing),
  ask: kind(askSchema, { ...passing, expiry: seconds(30) }),
  told: kind(toldSchema, { ...passing, expiry: seconds(60) }),
  pulse: kind(pulseSchema, { retain: false, qos: 0 }),
  site: kind(siteSchema, retained),
} as const

export type MessageKind = keyof typeof messages

export type LineMessage<Name extends MessageKind> =
  (typeof messages)[Name] extends Kind<infer Shape> ? Shape : never
