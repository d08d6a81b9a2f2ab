import { createInterface } from 'node:readline'
import { createSystemClock } from '../../main/adapters/clock/system-clock.ts'
import { hours, minutes } from '../../shared/time/time.ts'
import { gatewayPage } from '../../simulator/faults/fault.ts'
import { serveWorld } from '../../simulator/server.ts'
import { createWorld } from '../../simulator/world.ts'

/**
 * A small Feishu on a free port whose one room has a meeting for the next hours. Says where in one line of JSON, and then for each
 * line that it reads what became of that order.
 */
const { now, after } = createSystemClock()
const world = createWorld({ now, random: Math.random })
const app = world.addApp()
const [appId, appSecret, scopes] = [app.id, app.secret, [...app.scopes]]
const room = world.addRoom({ name: 'Magnolia', capacity: 8 })
const from = Math.floor(now() / 1000) * 1000
const { uid } = world.book(room, { from, to: from + hours(6), title: 'Budget review' })
const { origin } = await serveWorld(world, { after })
const tell = (facts: object): void => void process.stdout.write(`${JSON.stringify(facts)}\n`)

const orders: Readonly<Record<string, () => unknown>> = {
  replies: () => world.replies.length,
  tokens: () => world.callsTo('token'),
  revokeTokens: world.revokeTokens,
  takeScopes: () => scopes.forEach((scope) => world.removeScope(app, scope)),
  rotateSecret: () => {
    world.rotateSecret(app)
    world.revokeTokens()
  },
  removeRoom: () => world.removeRoom(room),
  goDown: () => void world.fail('any', gatewayPage(503)),
  setClockAhead: () => void (world.switches.dateSkew = minutes(10)),
  beWell: () => {
    world.heal()
    for (const scope of scopes) world.grantScope(app, scope)
    app.secret = appSecret
    room.isRemoved = false
    world.switches.dateSkew = 0
  },
}
tell({ origin, appId, appSecret, roomId: room.id, booking: `${uid}/0/${from / 1000}` })
for await (const order of createInterface({ input: process.stdin }))
  tell({ [order]: orders[order]?.() ?? null })
