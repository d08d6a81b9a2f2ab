import type { ProxyLogin } from '../ports.ts'
import type { Vault } from '../secrets.ts'

/** The keyring's account. */
export const proxyAccount = 'proxy-login'

/** The login as the keyring stores it. A user's name has no colon (RFC 7617, 2). */
export const proxyLoginText = ({ user, password }: ProxyLogin): string => `${user}:${password}`

/** The tablet's logins at its proxy. */
export interface ProxyLogins {
  /** The keyring's login, or that of the order that is being tried. */
  readonly read: () => Promise<ProxyLogin | undefined>
  /** Uses this login instead of the keyring's until the next call. */
  readonly tryOut: (login: ProxyLogin | undefined) => void
}

export function createProxyLogins(vault: Pick<Vault, 'read'>): ProxyLogins {
  let tried: ProxyLogin | undefined
  return {
    tryOut: (login) => {
      tried = login
    },
    async read() {
      if (tried !== undefined) return tried
      const kept = await vault.read(proxyAccount)
      // Without a login the proxy refuses the tablet, and that fault is reported.
      if (!kept.ok) return undefined
      const [, user, password] = /^([^:]*):(.*)$/s.exec(kept.value) ?? []
      return user === undefined || password === undefined ? undefined : { user, password }
    },
  }
}
