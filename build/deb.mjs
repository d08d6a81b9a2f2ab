import { relative } from 'node:path'
import { makeDebianPackage } from './deb/package.mjs'
import { orExplain } from './or-explain.mjs'
import { root } from './project.mjs'
import { carryOut } from './setup/step.mjs'
import { setUp } from './setup/steps.mjs'

await orExplain(async () => {
  await setUp()
  await carryOut({
    title: 'Debian package',
    doing: 'compressing the program and what makes a kiosk of it',
    run: async () => `written as ${relative(root, await makeDebianPackage())}`,
  })
})
