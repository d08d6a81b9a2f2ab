/** How the text of a cell becomes a value of the configuration. */
type Reading = (text: string) => unknown

const asText: Reading = (text) => text
/** A text that is not a number stays unchanged; the schema then reports it. */
const asNumber: Reading = (text) => (/^\d+$/.test(text) ? Number(text) : text)
export const asYesOrNo: Reading = (text) =>
  ({ yes: true, no: false, true: true, false: false })[text.toLowerCase()] ?? text
/**
 * Splits at a semicolon, and at the separators that Chinese keyboards type. An ASCII comma does not split,
 * because names contain it: “Doe, John”.
 */
const asList =
  (reading: Reading): Reading =>
  (text) =>
    text
      .split(/[;；、，]/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map(reading)

/** The column with the tablet's name, by which a tablet recognises its order file. */
export const tabletColumn = 'tablet'

/** The columns that a table of rooms may have: each is the path of a value in the configuration. */
export const columns: Readonly<Record<string, Reading>> = {
  'feishu.origin': asText,
  'feishu.appId': asText,
  'room.id': asText,
  'hub.broker': asText,
  'hub.caFile': asText,
  'checkIn.mode': asText,
  'checkIn.opensMinutesBefore': asNumber,
  'checkIn.graceMinutes': asNumber,
  'checkIn.exemptHours': asNumber,
  'checkIn.exempt': asList(asText),
  'budget.callsPerMonth': asNumber,
  'officeHours.from': asText,
  'officeHours.to': asText,
  'officeHours.days': asList(asNumber),
  'privacy.showTitle': asYesOrNo,
  'privacy.showOrganizer': asYesOrNo,
  locale: asText,
  locales: asList(asText),
  timeZone: asText,
  follower: asYesOrNo,
}

/** Of a tablet that is to become a door of a hub: the parts of its order beside the configuration. */
export const enrolmentColumns: readonly string[] = [
  'enrolment.url',
  'enrolment.code',
  'enrolment.caFingerprint',
]

/** A column for people's notes; the program ignores it. */
export const remarkColumn = 'remark'
