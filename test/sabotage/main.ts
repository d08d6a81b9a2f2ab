import { simulateSabotage } from './simulate-sabotage.ts'
import { sabotages } from './sabotages.ts'

/**
 * `npm run sabotage`: breaks the product in each of these ways, and sees the simulation notice. `npm run sabotage -- TEXT`: only
 * those with this text in their names. Exit status 1 if one escapes.
 */
const only = process.argv[2]
let escaped = 0
for (const sabotage of sabotages.filter(({ name }) => only === undefined || name.includes(only))) {
  // oxlint-disable-next-line no-await-in-loop -- each takes all processors
  const { text, isCaught } = await simulateSabotage(sabotage)
  process.stdout.write(`${sabotage.name.padEnd(56)} ${text}\n`)
  if (!isCaught) escaped++
}
process.exitCode = escaped > 0 ? 1 : 0
