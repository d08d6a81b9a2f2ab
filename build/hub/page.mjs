import { relative } from 'node:path'
import { orExplain } from '../or-explain.mjs'
import { root } from '../project.mjs'
import { carryOut } from '../setup/step.mjs'
import { setUpHub } from '../setup/steps.mjs'

await orExplain(async () => {
  await setUpHub()
  const { bundleConsole, pageInClone } = await import('./console-page.mjs')
  await carryOut({
    title: 'Console',
    doing: 'bundling its page',
    run: async () => {
      await bundleConsole(pageInClone)
      return `written to ${relative(root, pageInClone)}`
    },
  })
})
