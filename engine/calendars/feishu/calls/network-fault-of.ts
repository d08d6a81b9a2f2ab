import type { NetworkFault } from '../../../../shared/reading/network-fault.ts'

/**
 * The network stacks' names of the faults: Chromium's in the message (net/base/net_error_list.h), Node's in
 * the code of a cause.
 */
const names: readonly (readonly [RegExp, NetworkFault])[] = [
  [/ERR_NAME_|ERR_DNS_|ERR_ICANN|ENOTFOUND|EAI_/, 'nameUnresolved'],
  [/ERR_PROXY_|ERR_TUNNEL_|ERR_MANDATORY_PROXY|ERR_SOCKS_|ERR_NO_SUPPORTED_PROXIES/, 'proxyFailed'],
  [/ERR_CERT_|ERR_SSL_|ERR_TLS_|_CERT|CERT_|SELF_SIGNED|UNABLE_TO_VERIFY|EPROTO/, 'tlsFailed'],
  [/ERR_CONNECTION_REFUSED|ECONNREFUSED/, 'connectionRefused'],
  [/ERR_INTERNET_DISCONNECTED|ERR_ADDRESS_|ERR_NETWORK_|ENETUNREACH|EHOSTUNREACH|ENETDOWN/, 'offline'],
  [/TIMED_?OUT|TimeoutError|_TIMEOUT/, 'timedOut'],
  // The API never redirects, and the panel follows no redirect.
  [/redirect/i, 'foreignAnswer'],
]

/** The network fault that made a request fail. */
export function networkFaultOf(cause: unknown): NetworkFault {
  const told = wordsOf(cause).join(' ')
  return names.find(([name]) => name.test(told))?.[1] ?? 'connectionBroken'
}

/** The names, codes and messages of an error and of its causes. */
function wordsOf(cause: unknown): readonly string[] {
  if (!(cause instanceof Error)) return []
  const code = 'code' in cause && typeof cause.code === 'string' ? [cause.code] : []
  const parts: readonly unknown[] = cause instanceof AggregateError ? cause.errors : []
  return [cause.name, ...code, cause.message, ...[cause.cause, ...parts].flatMap(wordsOf)]
}
