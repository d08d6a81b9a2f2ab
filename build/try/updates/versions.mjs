import { readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeDebianPackage } from '../../deb/package.mjs'
import { packTrial, trialOf } from '../../deb/trial.mjs'

/**
 * Versions later than this checkout's. `next` is a good one; `blind` and `dead` are broken; `later` is never
 * installed.
 */
export const versions = /** @type {const} */ ({
  next: trialOf('9.1.0'),
  blind: trialOf('9.2.0'),
  dead: trialOf('9.3.0'),
  cutOff: trialOf('9.4.0'),
  later: trialOf('9.5.0'),
})

/** A version that runs and paints, but can't reach its calendar. */
const blind = async (/** @type {string} */ tree) => {
  const unit = join(tree, 'usr', 'lib', 'systemd', 'system', 'room-panel.service')
  const nowhere = '--proxy-server=127.0.0.1:9 --proxy-bypass-list=<-loopback> $ROOM_PANEL_ARGUMENTS'
  await writeFile(unit, (await readFile(unit, 'utf8')).replace('$ROOM_PANEL_ARGUMENTS', nowhere))
}

/** A version that ends as soon as it is started. */
const dead = (/** @type {string} */ tree) =>
  truncate(join(tree, 'opt', 'room-panel', 'resources', 'app.asar'), 100)

/** @typedef {Record<keyof typeof versions, string>} Packages the file of each */

/**
 * @param {string} folder the folder for the packages
 * @returns {Promise<Packages>}
 */
export const makeVersions = async (folder) => {
  /**
   * @param {string} version
   * @param {(tree: string) => Promise<void>} [alter]
   */
  const make = async (version, alter) => {
    const program = await packTrial(join(folder, version), version)
    return makeDebianPackage({ version, program, folder, compression: 'none', ...(alter && { alter }) })
  }
  return {
    next: await make(versions.next),
    blind: await make(versions.blind, blind),
    dead: await make(versions.dead, dead),
    cutOff: await make(versions.cutOff),
    later: await make(versions.later),
  }
}
