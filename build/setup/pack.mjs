import { existsSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inProject, programFolder, programName } from '../project.mjs'
import { run } from '../run.mjs'
import { canBeRoot, runAsRoot } from './as-root.mjs'
import { chosenElectron } from './electron.mjs'
import { fingerprintOf, stampAt } from './fingerprint.mjs'

const recipe = inProject('build', 'electron-builder.mjs')
const contents = [
  'out',
  'package.json',
  'package-lock.json',
  'build/electron-builder.mjs',
  'build/icon/icon.png',
  'build/launcher',
]
const stamp = stampAt(inProject('dist', '.made-from'))

const electron = () => {
  const chosen = chosenElectron()
  if (chosen === undefined) throw new Error('There is no Electron to pack')
  return chosen
}

const fingerprint = () =>
  fingerprintOf({ paths: contents.map((path) => inProject(path)), texts: [JSON.stringify(electron())] })

/**
 * Makes Chromium's sandbox helper root's. If that is not possible, Chromium needs user namespaces, which
 * Debian allows.
 */
const giveSandboxHelperItsRights = async () => {
  if (!canBeRoot()) return
  const helper = join(programFolder, 'chrome-sandbox')
  await runAsRoot('chown', 'root:root', helper)
  await runAsRoot('chmod', '4755', helper)
}

const launcher = inProject('dist', programName)
const isPacked = () =>
  existsSync(join(programFolder, programName)) && existsSync(launcher) && stamp.matches(fingerprint())

/** @param {...string} settings electron-builder's own, beside those of the recipe */
export const packProgram = async (...settings) => {
  const { folder, version } = electron()
  const withElectron = [`-c.electronDist=${folder}`, `-c.electronVersion=${version}`]
  await run('npx', ['electron-builder', '--linux', 'dir', '--config', recipe, ...withElectron, ...settings])
}

/** @type {import('./step.mjs').Step} */
export const pack = {
  title: 'Pack',
  upToDate: () => (isPacked() ? 'up to date' : undefined),
  doing: 'putting it all into dist/linux-unpacked',
  run: async () => {
    const madeFrom = fingerprint()
    await packProgram()
    await giveSandboxHelperItsRights()
    await copyFile(inProject('build', 'launcher'), launcher)
    stamp.leave(madeFrom)
    return `packed as ${join('dist', programName)}`
  },
}
