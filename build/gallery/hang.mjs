import { chown, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readJson } from '../project.mjs'
import { run } from '../run.mjs'
import { createClosing } from '../session/closing.mjs'
import { startDisplay } from '../session/display.mjs'
import { endProcess, exitOf } from '../session/end-process.mjs'
import { ordinaryUser, spawnAs } from '../session/ordinary-user.mjs'
import { makePrivateFolder } from '../session/private-folder.mjs'
import { chosenElectron } from '../setup/electron.mjs'
import { bundleGallery } from './bundle.mjs'

/** @typedef {{ name: string, problems: string[] }} Finding */

/** Large enough for the largest picture, landscape or portrait. */
const displaySize = '1920x1920'

/** A display in memory has no graphics card; one CSS px is one px of the picture. */
const likeAnyMachine = ['--disable-gpu', '--log-level=3', '--force-device-scale-factor=1']

/**
 * Takes the pictures in a real Electron on a display in memory, all in one run.
 *
 * @param {string[]} args for the gallery's main process: `--chosen`, `--part=…`
 * @param {(folder: string) => Promise<void>} keep receives the folder with the pictures, which is removed afterwards
 * @returns {Promise<Finding[]>} the problems of each picture
 */
export const hangGallery = async (args, keep) => {
  const electron = chosenElectron()
  if (electron === undefined) throw new Error('There is no Electron to hang pictures with')
  const user = ordinaryUser()
  const closing = createClosing()
  try {
    const folder = await makePrivateFolder(user)
    closing.add(folder.remove)
    const display = await startDisplay(user, displaySize)
    closing.add(display.stop)
    const program = join(folder.path, 'program')
    await run('cp', ['-a', electron.folder, program])
    await bundleGallery(join(program, 'resources', 'app'))
    const pictures = join(folder.path, 'pictures')
    await mkdir(pictures)
    await chown(pictures, user.uid, user.gid)
    const own = [`--user-data-dir=${join(folder.path, 'home', 'data')}`, `--pictures=${pictures}`]
    const child = spawnAs(user, [join(program, 'electron'), ...likeAnyMachine, ...own, ...args], {
      env: { ...folder.env, ...display.env, LANG: 'en_US.UTF-8' },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    closing.add(() => endProcess(child))
    const status = await exitOf(child)
    if (status !== 0) throw new Error(`The gallery's program ended with ${status}`)
    await keep(pictures)
    return readJson(join(pictures, 'findings.json'), /** @type {Finding[]} */ ([]))
  } finally {
    await closing.close()
  }
}
