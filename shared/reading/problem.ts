/**
 * Why the calendar could not answer. A closed list: people read one calm sentence for each, IT reads the
 * name.
 *
 * - `unreachable`: no connection, a time-out, a gateway's error page, or another server's answer
 * - `credentialsRejected`: the app id or the secret is wrong
 * - `appDisabled`: the app is switched off, or not installed in this tenant
 * - `scopeMissing`: the app has no permission for this call
 * - `addressDenied`: this network's address is not in the app's allow-list
 * - `rateLimited`: too many calls just now
 * - `quotaSpent`: the company's calls of the month are used up
 * - `shareSpent`: this panel's own share of them is used up
 * - `roomUnknown`: the calendar has no such room
 * - `roomUnreadable`: the calendar could not read the room, or does not show it to this app
 * - `botMissing`: the app has no bot ability, and so no calendar to book by
 * - `calendarDenied`: the app may not use the calendar that it books by
 * - `platformFault`: the calendar itself failed
 * - `secretUnavailable`: the keyring did not give the app secret
 * - `ticketMissing`: the store app has no ticket that the calendar takes
 * - `unexpected`: the calendar refused with an unknown code, or its answer had an unknown shape
 */
export const problemCodes = [
  'unreachable',
  'credentialsRejected',
  'appDisabled',
  'scopeMissing',
  'addressDenied',
  'rateLimited',
  'quotaSpent',
  'shareSpent',
  'roomUnknown',
  'roomUnreadable',
  'botMissing',
  'calendarDenied',
  'platformFault',
  'secretUnavailable',
  'ticketMissing',
  'unexpected',
] as const

export type ProblemCode = (typeof problemCodes)[number]
