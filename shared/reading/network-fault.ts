/**
 * Why no answer of the calendar arrived, as far as the network tells. Only IT reads the name; the door shows
 * all of them as "unreachable".
 *
 * - `nameUnresolved`: the name service has no address for the host
 * - `connectionRefused`: the host is there, but no server listens on the port
 * - `offline`: there is no way to the host
 * - `timedOut`: no answer came in time
 * - `tlsFailed`: TLS failed, usually because the tablet does not trust the certificate
 * - `proxyFailed`: the proxy doesn't answer, or asks for a name and a password
 * - `gatewayFault`: a gateway on the way reports that the server behind it doesn't answer
 * - `foreignAnswer`: another server answered, such as a captive portal
 * - `cachedAnswer`: a cache on the way answered with an old answer of the calendar's
 * - `timeContradicted`: the answer's `Date` contradicts the tablet's clock and the earlier answers
 * - `timeUnknown`: the answer has no readable `Date`, and the tablet does not know the time yet
 * - `connectionBroken`: the connection was made and broke, or failed for a reason without a name of ours
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
