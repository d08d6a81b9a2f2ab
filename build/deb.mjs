import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { makeDebianPackage } from './deb/package.mjs'
import { packTrial, trialVersion } from './deb/trial.mjs'
import { orExplain } from './or-explain.mjs'
import { root } from './project.mjs'
import { carryOut } from './setup/step.mjs'
import { setUp } from './setup/steps.mjs'

const makeTrial = async () => {
  const workshop = await mkdtemp(join(tmpdir(), 'room-panel-trial-'))
  try {
    return await makeDebianPackage({ version: trialVersion, program: await packTrial(workshop) })
  } finally {
    await rm(workshop, { recursive: true })
  }
}

await orExplain(async () => {
  const { values } = parseArgs({ options: { trial: { type: 'boolean', default: false } } })
  const isRelease = !values.trial
  await setUp({ isRelease })
  await carryOut({
    title: 'Debian package',
    doing: 'compressing the program and what makes a kiosk of it',
    run: async () => `written as ${relative(root, await (isRelease ? makeDebianPackage() : makeTrial()))}`,
  })
  if (!isRelease) console.warn(`THIS IS A TRIAL (${trialVersion}). Never hang it at a door.`)
})
