import type { Platform } from '../platform.ts'
import type { App } from './tenant.ts'
import type { Token } from './token.ts'

const RENEWABLE = 30 * 60_000

/**
 * The token to answer with: the newest one while at least 30 minutes of it are left, otherwise a new one. The
 * older one stays valid until it expires. See "Custom app acquires tenant_access_token" in the platform's
 * documentation.
 */
export const issueToken = (platform: Platform, app: App): Token => {
  const now = platform.now()
  const newest = platform.newestToken.get(app)
  if (newest !== undefined && newest.expires - now >= RENEWABLE) return newest
  const token = { value: platform.ids.token(), app, expires: now + platform.switches.tokenLife * 1000 }
  platform.tokens.set(token.value, token)
  platform.newestToken.set(app, token)
  return token
}

/** The same for the token of a store app itself, which only the call for a company's token takes. */
export const issueAppToken = (platform: Platform, app: App): Token => {
  const now = platform.now()
  const newest = [...platform.appTokens.values()].findLast((token) => token.app === app)
  if (newest !== undefined && newest.expires - now >= RENEWABLE) return newest
  const token = { value: platform.ids.appToken(), app, expires: now + platform.switches.tokenLife * 1000 }
  platform.appTokens.set(token.value, token)
  return token
}

/** The app of a valid token of its own; undefined for any other. */
export const appOf = (platform: Platform, value: string): App | undefined => {
  const token = platform.appTokens.get(value)
  return token !== undefined && platform.now() < token.expires ? token.app : undefined
}

/** The app of a valid token; undefined for any other. */
export const bearerOf = (platform: Platform, value: string): App | undefined => {
  const token = platform.tokens.get(value)
  return token !== undefined && platform.now() < token.expires ? token.app : undefined
}

export const secondsLeft = (platform: Platform, { expires }: Token): number =>
  Math.floor((expires - platform.now()) / 1000)

export const revokeTokens = (platform: Platform): void => {
  platform.tokens.clear()
  platform.appTokens.clear()
  platform.newestToken.clear()
}
