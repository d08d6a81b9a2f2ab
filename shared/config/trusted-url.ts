/** Feishu's origin: plain `http:` only on this machine, for the simulator. */
export const isTrustedOrigin = (text: string): boolean => isTrusted(text, 'https', 'http')

/** A broker's URL: without TLS only on this machine. */
export const isTrustedBroker = (text: string): boolean => isTrusted(text, 'mqtts', 'mqtt')

/** Where a tablet brings its code: a path may follow. */
export const isTrustedUrl = (text: string): boolean =>
  isTrustedOrigin(text.replace(/^(\w+:\/\/[^/?#]+)\/[\w./-]*$/, '$1'))

function isTrusted(text: string, safe: string, plain: string): boolean {
  const [, scheme, host] = /^(\w+):\/\/(\[[\da-f:]+\]|[\w.-]+)(?::\d{1,5})?$/i.exec(text) ?? []
  return host !== undefined && (isSame(scheme, safe) || (isSame(scheme, plain) && isLoopback(host)))
}

const isSame = (scheme: string | undefined, wanted: string): boolean => scheme?.toLowerCase() === wanted

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
}
