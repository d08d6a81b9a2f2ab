import { copyFile, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { run } from '../run.mjs'

/**
 * Makes, or makes anew, a folder that tablets take their updates from: packages, and apt's list of them, signed. Whatever
 * package somebody put in or took out by hand is in the list, or is not. A folder without any is refused: signed, it would tell the
 * tablets that there is nothing newer, and nobody would notice a mistyped name.
 *
 * @param {object} wishes
 * @param {string} wishes.folder
 * @param {readonly string[]} wishes.packages files to copy into it first
 * @param {string} wishes.key whose signature the tablets want, as gpg knows it
 * @param {NodeJS.ProcessEnv} [wishes.env] with another `GNUPGHOME`
 */
export const signFolder = async ({ folder, packages, key, env = process.env }) => {
  if (packages.length > 0) await mkdir(folder, { recursive: true })
  for (const file of packages) await copyFile(file, join(folder, basename(file)))
  const all = await readdir(folder, { recursive: true })
  if (!all.some((name) => name.endsWith('.deb')))
    throw new Error(`There is no package in ${folder}: name one, or look whether the folder is the right one`)
  const workshop = await mkdtemp(join(tmpdir(), 'room-panel-release-'))
  try {
    const lists = await makeLists(folder, workshop, key, env)
    // What could not be signed has changed nothing.
    for (const name of ['Packages', 'InRelease'])
      await copyFile(join(lists, name), join(folder, `${name}.next`))
    for (const name of ['Packages', 'InRelease'])
      await rename(join(folder, `${name}.next`), join(folder, name))
  } finally {
    await rm(workshop, { recursive: true })
  }
}

/**
 * The list of the packages in the folder, and the list of that list, signed.
 *
 * @param {string} folder
 * @param {string} workshop
 * @param {string} key
 * @param {NodeJS.ProcessEnv} env
 */
const makeLists = async (folder, workshop, key, env) => {
  const [lists, release] = [join(workshop, 'lists'), join(workshop, 'Release')]
  await mkdir(lists)
  await runIn(folder, env, 'apt-ftparchive packages . >"$1"', join(lists, 'Packages'))
  const origin = '-o APT::FTPArchive::Release::Origin=room-panel'
  await runIn(lists, env, `apt-ftparchive ${origin} release . >"$1"`, release)
  const signed = join(lists, 'InRelease')
  await run('gpg', ['--batch', '--local-user', key, '--output', signed, '--clearsign', release], { env })
  return lists
}

/**
 * @param {string} cwd
 * @param {NodeJS.ProcessEnv} env
 * @param {string} script for sh
 * @param {...string} args
 */
const runIn = (cwd, env, script, ...args) => run('sh', ['-c', script, 'sh', ...args], { cwd, env })

/**
 * What a tablet has to know of such a folder: where it is, and whose signature counts.
 *
 * @param {string} uri
 * @param {string} key
 * @param {NodeJS.ProcessEnv} [env]
 */
export const folderSources = async (uri, key, env = process.env) => {
  const output = await run('gpg', ['--batch', '--armor', '--export', key], { env })
  // gpg tells of other things on the way.
  const [block] =
    /^-----BEGIN PGP PUBLIC KEY BLOCK-----$[^]*^-----END PGP PUBLIC KEY BLOCK-----$/m.exec(output) ?? []
  if (block === undefined) throw new Error(`gpg has no key ${key}`)
  // A field of several lines: an empty one is a dot.
  const lines = block.split('\n').map((line) => ` ${line === '' ? '.' : line}`)
  return `Types: deb\nURIs: ${uri}\nSuites: ./\nSigned-By:\n${lines.join('\n')}\n`
}
