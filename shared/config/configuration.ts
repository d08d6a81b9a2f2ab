import * as v from 'valibot'
import type { StateColors } from '../appearance/appearance.ts'
import { leastDifference } from '../appearance/color-difference.ts'
import { contrast, inkOn } from '../appearance/contrast.ts'
import { locales } from '../languages/locales.ts'
import { usuallyOffered } from '../languages/offered.ts'
import { hourCycles } from '../appearance/hour-cycle.ts'
import { ownColors } from '../appearance/state-colors.ts'
import type { ConfigurationRule } from '../set-up/set-up.ts'
import { isDoorId } from '../line/topics.ts'
import { isTrustedBroker, isTrustedOrigin } from './trusted-url.ts'

/**
 * The headline's contrast must be at least 7:1 in every state. A colour on which neither black nor white ink
 * reaches it is refused.
 */
const headlineContrast = 7
/**
 * The least distance between two states' colours, in OKLab. The panel's own colours are further apart; a
 * brand's may be closer, because the state is also a word and a shape.
 */
const leastDistance = 0.1
const color = /^#[0-9a-f]{6}$/i

/** The calls of a month that a door has if IT says no other number. */
export const usualCallsPerMonth = 8000

export const roomEntry = v.strictObject({ id: pattern('roomId', /^omm_[0-9a-f]{32}$/) })

/** What every door may have: the defaults follow the field's middle. */
export const doorEntries = {
  checkIn: section({
    mode: v.optional(choice(['off', 'observe', 'auto']), 'observe'),
    opensMinutesBefore: v.optional(whole(0, 60), 5),
    graceMinutes: v.optional(whole(1, 120), 10),
    exemptHours: v.optional(whole(1, 24), 8),
    /** Organisers whose bookings are never released, by name as the calendar has it. */
    exempt: v.optional(v.array(v.string()), () => []),
  }),
  /** Booking at the door. Off until IT has given the app its scopes and says so. */
  booking: section({
    who: v.optional(choice(['everyone', 'pin', 'off']), 'off'),
    lengthsMinutes: v.optional(v.pipe(v.array(whole(5, 480)), v.minLength(1), v.maxLength(4)), () => [
      15, 30, 45, 60,
    ]),
    longestMinutes: v.optional(whole(5, 480), 60),
    /** How much of one day the door may book its room for. */
    hoursPerDay: v.optional(whole(1, 24), 4),
    /** How often one meeting can be extended, and by how much each time. */
    extensions: v.optional(whole(0, 8), 2),
    extensionMinutes: v.optional(whole(15, 60), 30),
    /** How many bookings for later today may be open. */
    laterBookings: v.optional(whole(0, 8), 2),
    /** The employee who answers for what is booked at the door, by the `open_id` that this app knows. */
    contact: v.optional(pattern('openId', /^ou_[0-9a-f]{32}$/)),
  }),
  officeHours: section({
    from: v.optional(timeOfDay(), '08:00'),
    to: v.optional(endOfDay(), '20:00'),
    /** 1 is Monday, 7 is Sunday. */
    days: v.optional(v.array(whole(1, 7)), [1, 2, 3, 4, 5]),
  }),
  privacy: section({
    showTitle: v.optional(v.boolean(), true),
    showOrganizer: v.optional(v.boolean(), true),
  }),
  display: section({
    theme: v.optional(choice(['light', 'dark']), 'dark'),
    /** Without it each language has the clock that it is used to. */
    hourCycle: v.optional(v.picklist(hourCycles, `choice ${hourCycles.join(' ')}`)),
    dimOutsideOfficeHours: v.optional(v.boolean(), true),
    /** Reload the page once each night outside office hours, when no meeting or person needs it. */
    nightlyRestart: v.optional(v.boolean(), false),
    /** A brand's colours, instead of the panel's own. */
    colors: stateColors(),
    /** Files on the tablet. */
    logo: v.optional(imageFile()),
    background: v.optional(imageFile()),
  }),
  locale: v.optional(choice(locales), 'zh-CN'),
  /** The languages that a visitor can choose besides `locale`. */
  locales: v.optional(v.array(choice(locales)), () => [...usuallyOffered]),
  /** The room's IANA time zone. The tablet's own, if this is left out. */
  timeZone: v.optional(rule('timeZone', isTimeZone)),
  follower: v.optional(v.boolean(), false),
}

/** What a door has that reads the calendar itself, beside its room. */
export const directEntries = {
  feishu: v.strictObject({
    /** Feishu or Lark: an app belongs to one of them. Plain `http:` only on this machine, for the simulator. */
    origin: rule('origin', isTrustedOrigin),
    appId: pattern('appId', /^cli_[0-9a-fA-F]{16}$/),
  }),
  budget: section({ callsPerMonth: v.optional(whole(500, 10_000_000), usualCallsPerMonth) }),
}

const directSchema = v.strictObject({ ...directEntries, hub: theOther(), room: roomEntry, ...doorEntries })

const hubDoorSchema = v.strictObject({
  hub: v.strictObject({
    /** Plain `mqtt:` only on this machine, for tests. */
    broker: rule('brokerUrl', isTrustedBroker),
    /** The certificate of the authority that vouches for the broker, if that is a company's own. */
    caFile: v.exactOptional(pattern('file', /^(\/|[a-z]:[\\/])./i)),
    /** What the hub calls this door, which is also the name of its account at the broker. */
    door: rule('doorId', isDoorId),
  }),
  feishu: theOther(),
  /** The one of which the hub tells. The door shows no other, and knows it before it has heard from the hub. */
  room: roomEntry,
  ...doorEntries,
})

/**
 * The one JSON file that IT writes. Only `room` is required, and either `feishu` or `hub`, which says where the
 * door knows its room from.
 */
export const configurationSchema = v.lazy((json) => (isOfHubDoor(json) ? hubDoorSchema : directSchema))

/** Of a door that asks Feishu itself. */
export type DirectConfiguration = v.InferOutput<typeof directSchema>

/** Of a door that has a hub. It has no app, and makes no call. */
export type HubDoorConfiguration = v.InferOutput<typeof hubDoorSchema>

export type Configuration = DirectConfiguration | HubDoorConfiguration

const isOfHubDoor = (json: unknown): boolean => typeof json === 'object' && json !== null && 'hub' in json

/** The section of the other kind of door. */
function theOther() {
  return v.exactOptional(v.custom<never>(() => false, 'eitherHub' satisfies ConfigurationRule))
}

/** A section of the file that may be left out: then each of its values is the default. */
function section<Entries extends v.ObjectEntries>(entries: Entries) {
  const object = v.strictObject(entries)
  return v.optional(object, () => v.parse(object, {}))
}

/**
 * A string that obeys a rule of ours. The issue's message is the rule's name, followed by the wanted values.
 */
function rule(name: ConfigurationRule, obeys: (text: string) => boolean) {
  return v.pipe(v.string(), v.check(obeys, name))
}

function pattern(name: ConfigurationRule, shape: RegExp) {
  return v.pipe(v.string(), v.regex(shape, name))
}

function choice<const Choices extends readonly string[]>(choices: Choices) {
  return v.picklist(choices, `choice ${choices.join(' ')}`)
}

function whole(least: number, most: number) {
  const range = `range ${least} ${most}`
  return v.pipe(v.number(), v.integer(range), v.minValue(least, range), v.maxValue(most, range))
}

function timeOfDay() {
  return pattern('timeOfDay', /^([01]\d|2[0-3]):[0-5]\d$/)
}

/** A time of day, or `24:00`, which only an end may be. */
function endOfDay() {
  return pattern('timeOfDay', /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)
}

function stateColor() {
  // The contrast check also runs after the format check has failed. One fault for each value is enough, so
  // this accepts a malformed colour.
  const isReadable = (text: string): boolean =>
    !color.test(text) || contrast(text, inkOn(text)) >= headlineContrast
  return v.pipe(pattern('color', color), v.check(isReadable, 'contrast' satisfies ConfigurationRule))
}

function stateColors() {
  const colors = v.strictObject({
    free: v.optional(stateColor()),
    checkIn: v.optional(stateColor()),
    inUse: v.optional(stateColor()),
  })
  return v.optional(v.pipe(colors, v.rawCheck(refuseAlike)), () => ({}))
}

interface Chosen {
  readonly dataset: v.OutputDataset<StateColors, v.BaseIssue<unknown>>
  readonly addIssue: (info: v.RawCheckIssueInfo<StateColors>) => void
}

/** Adds an issue for each configured colour that some people can't tell from another state's colour. */
function refuseAlike({ dataset, addIssue }: Chosen): void {
  if (!dataset.typed || dataset.issues !== undefined) return
  const input = { ...dataset.value }
  const shown = new Map(Object.entries({ ...ownColors, ...input }))
  for (const [key, value] of Object.entries(input))
    if (isAlike(key, shown))
      addIssue({ message: 'alike', path: [{ type: 'object', origin: 'value', input, key, value }] })
}

const isAlike = (state: string, colors: ReadonlyMap<string, string | undefined>): boolean =>
  [...colors].some(([other, color]) => {
    const own = colors.get(state)
    return (
      other !== state &&
      own !== undefined &&
      color !== undefined &&
      leastDifference(own, color) < leastDistance
    )
  })

function imageFile() {
  return pattern('imageFile', /\.(png|jpe?g|webp|svg)$/i)
}

function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: text }).resolvedOptions().timeZone !== ''
  } catch {
    // Intl offers no query for a known zone: it throws a RangeError for an unknown one.
    return false
  }
}
