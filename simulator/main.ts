import { createDemoDay } from './demo-day.ts'
import { realTime } from './real-time.ts'
import { serveWorld } from './server.ts'

/**
 * `npm run simulator`: serves the demo day on a free port, in real time, until it is killed. Prints the port
 * in one line of JSON.
 */
const { now, after } = realTime
const { world, appId, appSecret, roomIds } = createDemoDay({ now, random: Math.random })
const { origin } = await serveWorld(world, { after })
console.log(JSON.stringify({ origin, appId, appSecret, roomIds }))
