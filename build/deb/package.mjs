import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { inProject, programFolder, readJson } from '../project.mjs'
import { run } from '../run.mjs'
import { chosenElectron } from '../setup/electron.mjs'
import { billOfMaterials } from './bill-of-materials.mjs'
import { controlFile, debianArchitecture } from './control.mjs'
import { refuseStandIn } from './trial.mjs'

const sources = inProject('build', 'debian')
const packageVersion = readJson(inProject('package.json'), { version: '' }).version
/** The documents, side by side as in the checkout, so that their links to each other work. */
const documents = ['README.md', 'CHANGELOG.md', 'docs']
const isDocument = (/** @type {string} */ path) => /\.(md|png)$|^[^.]*$/.test(basename(path))

/** @param {string} documentation the package's folder for it */
const writeBill = async (documentation) => {
  const electron = chosenElectron()
  if (electron === undefined) throw new Error('There is no Electron to pack')
  const listing = ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only']
  /** @type {import('./bill-of-materials.mjs').Bill} */
  // oxlint-disable-next-line typescript/no-unsafe-assignment -- npm's own word, in the format that it was asked for
  const bill = JSON.parse(await run('npm', [...listing, '--silent']))
  const text = JSON.stringify(billOfMaterials(bill, electron.version), undefined, 2)
  await writeFile(join(documentation, 'room-panel.cdx.json'), `${text}\n`)
}

/** @param {string} tree */
const writeDocumentation = async (tree) => {
  const documentation = join(tree, 'usr', 'share', 'doc', 'room-panel')
  await mkdir(documentation, { recursive: true })
  for (const name of documents)
    await cp(inProject(name), join(documentation, name), { recursive: true, filter: isDocument })
  const licence = await readFile(inProject('LICENSE'), 'utf8')
  const others = 'Electron and Chromium: /opt/room-panel/LICENSE.electron.txt and LICENSES.chromium.html.\n'
  await writeFile(join(documentation, 'copyright'), `${licence}\n${others}`)
  await writeBill(documentation)
}

/** Sets the rights, independent of the umask with which this was checked out. */
const setRights = (/** @type {string} */ tree) => run('chmod', ['-R', 'u=rwX,go=rX', tree])

/**
 * Removes Chromium's sandbox helper, which would run as root. It is for kernels without user namespaces,
 * which Debian's has.
 */
const leaveSandboxHelper = (/** @type {string} */ tree) =>
  rm(join(tree, 'opt', 'room-panel', 'chrome-sandbox'))

/**
 * @param {string} tree
 * @param {string} version
 */
const writeControl = async (tree, version) => {
  const size = Number((await run('du', ['-sk', tree])).split('\t')[0])
  const sums = await run('sh', ['-c', 'find * -type f -print0 | sort -z | xargs -0 md5sum'], { cwd: tree })
  const control = join(tree, 'DEBIAN')
  await cp(join(sources, 'scripts'), control, { recursive: true })
  await writeFile(join(control, 'md5sums'), sums)
  const architecture = debianArchitecture(process.arch)
  await writeFile(join(control, 'control'), controlFile({ version, architecture, size }))
  await run('chmod', ['-R', 'u=rwX,go=rX', control])
}

/**
 * Makes a Debian package of the packed program and the kiosk's files, with Debian's own tool and without
 * root.
 *
 * @param {object} wishes
 * @param {string} [wishes.version] another than package.json's: a trial
 * @param {string} [wishes.program] the folder of a program other than the packed one
 * @param {(tree: string) => Promise<void>} [wishes.alter] changes the packed files, to try a broken version
 * @param {string} [wishes.folder] the folder of the result
 * @param {'gzip' | 'none'} [wishes.compression] `gzip` takes about a minute, `none` some seconds
 * @returns {Promise<string>} the file
 * @throws {Error} also if it would be a release with an Electron other than the pinned one
 */
export const makeDebianPackage = async ({
  version = packageVersion,
  program = programFolder,
  alter = async () => undefined,
  folder = inProject('dist'),
  compression = 'gzip',
} = {}) => {
  refuseStandIn(version, chosenElectron())
  const workshop = await mkdtemp(join(tmpdir(), 'room-panel-deb-'))
  const tree = join(workshop, 'tree')
  try {
    await cp(join(sources, 'root'), tree, { recursive: true })
    await mkdir(join(tree, 'opt'))
    await run('cp', ['-a', program, join(tree, 'opt', 'room-panel')])
    await writeDocumentation(tree)
    await alter(tree)
    await leaveSandboxHelper(tree)
    await setRights(tree)
    await writeControl(tree, version)
    const file = join(folder, `room-panel_${version}_${debianArchitecture(process.arch)}.deb`)
    await mkdir(dirname(file), { recursive: true })
    await run('dpkg-deb', ['--root-owner-group', `-Z${compression}`, '--build', tree, file])
    return file
  } finally {
    await rm(workshop, { recursive: true })
  }
}
