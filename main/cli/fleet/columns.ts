/** How the text of a cell becomes a value of the configuration. */
type Reading = (text: string) => unknown

const asText: Reading = (text) => text
/** What is no number is left as it is: the schema then says what is wrong with it. */
const asNumber: Reading = (text) => (/^\d+$/.test(text) ? Number(text) : text)
export const asYesOrNo: Reading = (text) =>
  ({ yes: true, no: false, true: true, false: false })[text.toLowerCase()] ?? text
/** Chinese keyboards type other separators; the comma is none, for names have it: “Doe, John”. */
const asList =
  (reading: Reading): Reading =>
  (text) =>
    text
      .split(/[;；、，]/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map(reading)

/** By what a tablet knows its file; it is the file's name. */
export const tabletColumn = 'tablet'

/** The columns that a table of rooms may have: each is the path of a value in the configuration. */
export const columns: Readonly<Record<string, Reading>> = {
  'feishu.origin': asText,
  'feishu.appId': asText,
  'room.id': asText,
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
  timeZone: asText,
  follower: asYesOrNo,
}

/** Columns for people: nothing reads them. */
export const remarkColumn = 'remark'
