import { access, copyFile, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { run } from '../run.mjs'

/**
 * Makes or renews a folder from which tablets take their updates: packages, and apt's signed list of them.
 * The list includes all packages in the folder, even those that were copied there by hand. A folder without
 * packages is refused: signed, it would tell the tablets that there is no newer version, and a mistyped name
 * would go unnoticed. So is one with a package that can't be unpacked.
 *
 * @param {object} wishes
 * @param {string} wishes.folder
 * @param {readonly string[]} wishes.packages files to copy into it first
 * @param {string} wishes.ring only this ring's tablets accept the list
 * @param {number} [wishes.days] how long they accept it; then it must be signed again
 * @param {string} wishes.key the key whose signature the tablets require, by gpg's name
 * @param {NodeJS.ProcessEnv} [wishes.env] with another `GNUPGHOME`
 */
export const signFolder = async ({ folder, packages, ring, days = 90, key, env = process.env }) => {
  for (const file of packages) await expectWhole(file)
  if (packages.length > 0) await mkdir(folder, { recursive: true })
  for (const file of packages) await copyFile(file, join(folder, basename(file)))
  const all = await readdir(folder, { recursive: true })
  const inFolder = all.filter((name) => name.endsWith('.deb'))
  if (inFolder.length === 0)
    throw new Error(`There is no package in ${folder}: name one, or look whether the folder is the right one`)
  for (const name of inFolder) await expectWhole(join(folder, name))
  const workshop = await mkdtemp(join(tmpdir(), 'room-panel-release-'))
  try {
    const lists = await makeLists(folder, workshop, { ring, days, key, env })
    // If signing fails, the folder does not change.
    for (const name of ['Packages', 'InRelease'])
      await copyFile(join(lists, name), join(folder, `${name}.next`))
    for (const name of ['Packages', 'InRelease'])
      await rename(join(folder, `${name}.next`), join(folder, name))
  } finally {
    await rm(workshop, { recursive: true })
  }
}

/**
 * Rejects if a package can't be unpacked: it may still be being written, or was cut off on the way.
 *
 * @param {string} file
 */
const expectWhole = async (file) => {
  await access(file)
  try {
    await run('sh', ['-c', 'dpkg-deb --fsys-tarfile "$1" >/dev/null', 'sh', file])
  } catch (cause) {
    throw new Error(`${file} is no whole package: it can't be unpacked`, { cause })
  }
}

/**
 * The list of the packages in the folder, and the list of that list, signed.
 *
 * @param {string} folder
 * @param {string} workshop
 * @param {{ ring: string, days: number, key: string, env: NodeJS.ProcessEnv }} wishes
 */
const makeLists = async (folder, workshop, { ring, days, key, env }) => {
  const [lists, release] = [join(workshop, 'lists'), join(workshop, 'Release')]
  await mkdir(lists)
  await runIn(folder, env, 'apt-ftparchive packages . >"$1"', join(lists, 'Packages'))
  const fields = [`Origin=room-panel`, `Label=${ring}`, `ValidTime=${days * 86_400}`]
  const settings = fields.flatMap((field) => ['-o', `APT::FTPArchive::Release::${field}`])
  await runIn(lists, env, 'out=$1; shift; apt-ftparchive "$@" release . >"$out"', release, ...settings)
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
 * The settings that a tablet needs for such a folder: its address, its ring, and the key whose signature
 * counts.
 *
 * @param {object} wishes
 * @param {string} wishes.uri
 * @param {string} wishes.ring
 * @param {string} wishes.key
 * @param {NodeJS.ProcessEnv} [wishes.env]
 */
export const folderSources = async ({ uri, ring, key, env = process.env }) => {
  const output = await run('gpg', ['--batch', '--armor', '--export', key], { env })
  // gpg prints other lines as well.
  const [block] =
    /^-----BEGIN PGP PUBLIC KEY BLOCK-----$[^]*^-----END PGP PUBLIC KEY BLOCK-----$/m.exec(output) ?? []
  if (block === undefined) throw new Error(`gpg has no key ${key}`)
  // A field of several lines: an empty one is a dot.
  const lines = block.split('\n').map((line) => ` ${line === '' ? '.' : line}`)
  return `Types: deb\nURIs: ${uri}\nSuites: ./\nX-Ring: ${ring}\nSigned-By:\n${lines.join('\n')}\n`
}
