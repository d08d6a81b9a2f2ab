import { parseArgs } from 'node:util'
import { orExplain } from '../or-explain.mjs'
import { createClosing } from '../session/closing.mjs'
import { setUpHub } from '../setup/steps.mjs'

/**
 * The TypeScript of the fleet, once set-up has brought what it is made of.
 *
 * @returns {Promise<typeof import('./run-fleet.ts')>}
 */
const theFleet = async () => {
  const { register } = await import('tsx/esm/api')
  register()
  return import('./run-fleet.ts')
}

await orExplain(async () => {
  const { values } = parseArgs({ options: { doors: { type: 'string', default: '4' } } })
  const doors = Number(values.doors)
  if (!Number.isInteger(doors) || doors < 0 || doors > 200) throw new Error('It is: --doors N, 0 to 200.')
  await setUpHub()
  const closing = createClosing()
  try {
    const { runFleet } = await theFleet()
    await runFleet(doors, closing.add)
  } finally {
    await closing.close()
  }
})
