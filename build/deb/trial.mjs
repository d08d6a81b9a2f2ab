import { join } from 'node:path'
import { readJson, inProject } from '../project.mjs'
import { isPinned } from '../setup/electron.mjs'
import { packProgram } from '../setup/pack.mjs'

/** @typedef {import('../setup/electron.mjs').Electron} Electron */

const { version: release } = readJson(inProject('package.json'), { version: '' })

/** For Debian this version is older than the release of the same number, which therefore replaces it. */
const mark = '~trial'

/** @param {string} version */
export const trialOf = (version) => `${version}${mark}`

/** The version of this checkout, as a trial. */
export const trialVersion = trialOf(release)

/**
 * Refuses to make a release with an Electron other than the pinned one. A package that is not marked as a
 * trial is for doors.
 *
 * @param {string} version of the package
 * @param {Electron | undefined} electron that is in it
 * @throws {Error}
 */
export const refuseStandIn = (version, electron) => {
  if (version.endsWith(mark) || isPinned(electron)) return
  throw new Error(
    `${version} would be a release with Electron ${electron?.version ?? 'of no known version'} ` +
      `in the place of ${electron?.wanted ?? 'the pinned one'}`,
  )
}

/**
 * Packs the program with the Electron that set-up found, marked as a trial: `status`, `doctor` and the
 * administrator's menu say so.
 *
 * @param {string} folder the folder of the result
 * @param {string} [version]
 * @returns {Promise<string>} the folder of the program
 */
export const packTrial = async (folder, version = trialVersion) => {
  await packProgram(`-c.extraMetadata.version=${version}`, `-c.directories.output=${folder}`)
  return join(folder, 'linux-unpacked')
}
