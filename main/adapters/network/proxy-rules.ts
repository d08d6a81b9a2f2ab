import type { Proxy } from '../../../engine/ports.ts'

const usualPorts: Readonly<Record<string, number>> = {
  PROXY: 80,
  HTTPS: 443,
  SOCKS: 1080,
  SOCKS4: 1080,
  SOCKS5: 1080,
}

/**
 * The first proxy of a list as PAC scripts return it: `PROXY proxy.example:3128; DIRECT`.
 * https://developer.mozilla.org/docs/Web/HTTP/Guides/Proxy_servers_and_tunneling/Proxy_Auto-Configuration_PAC_file
 */
export function proxyIn(rules: string): Proxy | undefined {
  const [, kind = '', host, port] = /^\s*(\w+)\s+(\[[\da-f:]+\]|[^\s:;]+)(?::(\d+))?/i.exec(rules) ?? []
  if (host === undefined) return undefined
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port ?? usualPorts[kind.toUpperCase()] ?? 80) }
}
