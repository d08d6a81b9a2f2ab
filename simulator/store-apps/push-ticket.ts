import type { Platform } from '../platform.ts'
import type { App, StorePart } from '../tenancy/tenant.ts'
import { pushesOf } from './push.ts'
import { ticketEvent } from './ticket-event.ts'

/** Gives a store app another ticket, and pushes it. */
export const pushTicket = (platform: Platform, app: App, store: StorePart): void => {
  const ticket = platform.ids.ticket()
  store.tickets = [...(platform.switches.olderTicket === 'counts' ? store.tickets : []), ticket]
  const facts = { id: platform.ids.push(), appId: app.id, ticket, token: store.verificationToken }
  pushEvent(
    platform,
    app,
    store,
    ticketEvent(platform.switches.eventSchema, { ...facts, now: platform.now() }),
  )
}

/** Pushes anything to the app's callback, with the next fault. */
export const pushEvent = (platform: Platform, app: App, store: StorePart, event: object): void => {
  const { ids, now, pushFaults, pushListeners } = platform
  const pushes = pushesOf(app.id, store, event, { ids, now: now(), fault: pushFaults.shift() })
  for (const push of pushes) for (const hear of pushListeners) hear(push)
}
