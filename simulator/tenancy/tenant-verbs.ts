import type { Platform } from '../platform.ts'
import { newTenant, type App, type Person, type Tenant } from './tenant.ts'
import { revokeTokens } from './tokens.ts'

/** The scopes that the panel needs. */
const PANEL_SCOPES = [
  'calendar:room:readonly',
  'calendar:room',
  'vc:room:readonly',
  'calendar:calendar:read',
  'calendar:calendar:create',
  'calendar:calendar.acl:create',
  'calendar:calendar.event:create',
  'calendar:calendar.event:read',
  'calendar:calendar.event:update',
  'calendar:calendar.event:delete',
]

export interface AppOptions {
  readonly id?: string
  readonly secret?: string
  readonly scopes?: readonly string[]
  readonly tenant?: Tenant
  /** Whether it is an app of the store. */
  readonly ofStore?: boolean
}

/** Acts of a company's administrator and its developers. By default the company is the world's first one. */
export const tenantVerbs = (platform: Platform) => ({
  addTenant: (): Tenant => newTenant(platform.ids.tenant()),

  addApp: ({
    id,
    secret,
    scopes = PANEL_SCOPES,
    tenant = platform.home,
    ofStore = false,
  }: AppOptions = {}): App => {
    const appId = id ?? platform.ids.app()
    const app: App = {
      id: appId,
      secret: secret ?? platform.ids.secret(),
      tenant,
      scopes: new Set(scopes),
      enabled: true,
      hasBot: true,
      botOpenId: `ou_${appId.slice(4).repeat(2)}`,
      allowedAddresses: undefined,
      store: ofStore
        ? { encryptKey: platform.ids.secret(), verificationToken: platform.ids.secret(), tickets: [] }
        : undefined,
    }
    platform.apps.set(app.id, app)
    return app
  },

  /**
   * Adds a person who organises meetings or attends them. An unknown name gets an `open_id` when it is first
   * used.
   */
  addPerson: (person: Person): void => void platform.people.set(person.name, person),

  disableApp: (app: App): void => void (app.enabled = false),
  enableApp: (app: App): void => void (app.enabled = true),
  takeBot: (app: App): void => void (app.hasBot = false),
  giveBot: (app: App): void => void (app.hasBot = true),
  grantScope: (app: App, scope: string): void => void app.scopes.add(scope),
  removeScope: (app: App, scope: string): void => void app.scopes.delete(scope),
  allowOnlyFrom: (app: App, addresses: readonly string[]): void =>
    void (app.allowedAddresses = new Set(addresses)),
  allowFromAnywhere: (app: App): void => void (app.allowedAddresses = undefined),

  /** Replaces the secret. The old one gets no token any more; tokens already given out stay valid. */
  rotateSecret: (app: App): string => (app.secret = platform.ids.secret()),

  /** Revokes every token that was given out so far. */
  revokeTokens: (): void => revokeTokens(platform),

  /** Puts a company on a monthly quota; 0 is a spent quota, Infinity lifts it. */
  limitMonth: (calls: number, tenant = platform.home): void => void (tenant.callsPerMonth = calls),
})

export const personNamed = (platform: Platform, name: string): Person => {
  const known = platform.people.get(name)
  if (known !== undefined) return known
  const person = { name, openId: platform.ids.person() }
  platform.people.set(name, person)
  return person
}
