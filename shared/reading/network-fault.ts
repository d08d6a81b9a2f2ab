/**
 * Why no answer of the calendar's came, as far as the network tells. Only IT reads it; at the door all of them are
 * "unreachable".
 *
 * - `nameUnresolved`: the name service has no address for the host
 * - `connectionRefused`: the host is there, and nothing listens
 * - `offline`: there is no way to the host
 * - `timedOut`: nothing came in time
 * - `tlsFailed`: TLS did not come about, mostly for a certificate that this tablet does not trust
 * - `proxyFailed`: the proxy doesn't answer, or wants a name and a password
 * - `gatewayFault`: a gateway on the way says that what is behind it doesn't answer
 * - `foreignAnswer`: somebody else answered, as a captive portal does
 * - `cachedAnswer`: a cache on the way answered with what the calendar once said
 * - `timeContradicted`: the answer's `Date` is not of now, by the clock of the tablet and the answers before
 * - `timeUnknown`: the answer has no `Date` that can be read, and the tablet does not know the time
 * - `connectionBroken`: the connection came about and broke, or failed in a way that we have no name for
 */
export const networkFaults = [
  'nameUnresolved',
  'connectionRefused',
  'offline',
  'timedOut',
  'tlsFailed',
  'proxyFailed',
  'gatewayFault',
  'foreignAnswer',
  'cachedAnswer',
  'timeContradicted',
  'timeUnknown',
  'connectionBroken',
] as const

export type NetworkFault = (typeof networkFaults)[number]
