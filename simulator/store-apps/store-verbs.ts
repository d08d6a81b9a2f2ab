import type { Platform } from '../platform.ts'
import type { App } from '../tenancy/tenant.ts'
import type { Push, PushFault } from './push.ts'
import { pushEvent, pushTicket } from './push-ticket.ts'

/** What the platform does for apps of its store. A self-built app gets none of it. */
export const storeVerbs = (platform: Platform) => ({
  /** Hears of each push to a callback from now on. Returns the function that ends it. */
  onPush: (hear: (push: Push) => void): (() => void) => {
    platform.pushListeners.add(hear)
    return () => void platform.pushListeners.delete(hear)
  },

  /** What the platform does each hour: another ticket for each store app. */
  pushTickets: (): void => {
    for (const app of platform.apps.values())
      if (app.store !== undefined) pushTicket(platform, app, app.store)
  },

  /** Pushes the question whether the callback's address is the app's own. */
  askForChallenge: (app: App, challenge: string): void => {
    if (app.store === undefined) return
    const { verificationToken: token } = app.store
    pushEvent(platform, app, app.store, { challenge, token, type: 'url_verification' })
  },

  /** No ticket of the app counts any more. */
  voidTickets: ({ store }: App): void => {
    if (store !== undefined) store.tickets = []
  },

  /** Makes a fault strike the next push that has none yet. */
  failPush: (fault: PushFault): void => void platform.pushFaults.push(fault),
})
