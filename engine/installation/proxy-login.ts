import type { ProxyLogin } from '../ports.ts'
import type { Vault } from '../secrets.ts'

/** Of the keyring. */
export const proxyAccount = 'proxy-login'

/** As the keyring keeps it: a user's name has no colon (RFC 7617, 2). */
export const proxyLoginText = ({ user, password }: ProxyLogin): string => `${user}:${password}`

/** Who the tablet is to its proxy. */
export interface ProxyLogins {
  /** As the keyring has it, or the order that is being tried. */
  readonly read: () => Promise<ProxyLogin | undefined>
  /** Goes before the keyring's until another word. */
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
      // Without a word of it the proxy turns the tablet away, and that is said.
      if (!kept.ok) return undefined
      const [, user, password] = /^([^:]*):(.*)$/s.exec(kept.value) ?? []
      return user === undefined || password === undefined ? undefined : { user, password }
    },
  }
}
