import { relative } from 'node:path'
import { orExplain } from '../or-explain.mjs'
import { root } from '../project.mjs'
import { carryOut } from '../setup/step.mjs'
import { setUpHub } from '../setup/steps.mjs'

await orExplain(async () => {
  await setUpHub()
  // What it is made with is there only now.
  const { makeHubPackage } = await import('./package.mjs')
  await carryOut({
    title: 'Debian package',
    doing: 'bundling the hub, and compressing it with Node',
    run: async () => `written as ${relative(root, await makeHubPackage())}`,
  })
})
