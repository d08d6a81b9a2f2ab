import { createSystemClock } from '../../main/adapters/system-clock.ts'
import { serveWorld } from '../../main/simulator/server.ts'
import { createWorld } from '../../main/simulator/world.ts'
import { hours } from '../../shared/domain/time.ts'

/**
 * A small Feishu on a free port whose one room has a meeting for the next hours. Says where in one line of JSON, and then how
 * many replies arrived, whenever it is asked by a SIGUSR2.
 */
const { now, after } = createSystemClock()
const world = createWorld({ now, random: Math.random })
const app = world.addApp()
const room = world.addRoom({ name: 'Magnolia', capacity: 8 })
const from = Math.floor(now() / 1000) * 1000
const { uid } = world.book(room, { from, to: from + hours(6), title: 'Budget review' })
const { origin } = await serveWorld(world, { after })
const tell = (facts: object): void => void process.stdout.write(`${JSON.stringify(facts)}\n`)
process.on('SIGUSR2', () => tell({ replies: world.replies.length }))
tell({ origin, appId: app.id, appSecret: app.secret, roomId: room.id, booking: `${uid}/0/${from / 1000}` })
