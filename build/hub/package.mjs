import { copyFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { debianArchitecture } from '../deb/control.mjs'
import { inProject, readJson } from '../project.mjs'
import { run } from '../run.mjs'
import { bundleHub } from './bundle.mjs'
import { manPage } from './man-page.mjs'
import { nodeBinary, nodeLicence } from './node-binary.mjs'

const sources = inProject('build', 'hub')
const packageVersion = readJson(inProject('package.json'), { version: '' }).version

/** The libraries that Node's binary is linked with, what its files and units need, and the hub's servers. */
const depends = [
  'libc6 (>= 2.28)',
  'libstdc++6',
  'libgcc-s1',
  'systemd (>= 252)',
  'ca-certificates',
  'mosquitto (>= 2.0)',
  'postgresql (>= 15)',
]

/** @param {{ version: string, size: number }} facts `size` in KiB, installed */
const controlFile = ({ version, size }) => `Package: room-panel-hub
Version: ${version}
Architecture: ${debianArchitecture(process.arch)}
Maintainer: Room Panel <room-panel@localhost>
Installed-Size: ${size}
Depends: ${depends.join(', ')}
Section: misc
Priority: optional
Description: hub for the panels at meeting rooms' doors
 Reads the calendar of all rooms through Feishu or Lark, tells the doors over
 an MQTT broker, and carries out what people ask for at them. Brings its own
 Node.
`

/**
 * @param {string} tree
 * @param {string} version
 */
const writeDocumentation = async (tree, version) => {
  const place = join(tree, 'usr', 'share', 'doc', 'room-panel-hub')
  await mkdir(join(place, 'docs'), { recursive: true })
  await copyFile(inProject('docs', 'fleet.md'), join(place, 'docs', 'fleet.md'))
  for (const name of ['alerts.yml', 'dashboard.json']) await copyFile(join(sources, name), join(place, name))
  const licence = await readFile(inProject('LICENSE'), 'utf8')
  const others = `The libraries in it: /usr/lib/room-panel-hub/hub/licences.md.\nNode, which it brings:\n\n`
  await writeFile(join(place, 'copyright'), `${licence}\n${others}${await readFile(nodeLicence(), 'utf8')}`)
  const help = await run(nodeBinary, [join(tree, 'usr/lib/room-panel-hub/hub/main.mjs'), '--help'])
  const manual = join(tree, 'usr', 'share', 'man', 'man8')
  await mkdir(manual, { recursive: true })
  await writeFile(join(manual, 'room-panel-hub.8.gz'), gzipSync(manPage({ version, help }), { level: 9 }))
}

/**
 * @param {string} tree
 * @param {string} version
 */
const writeControl = async (tree, version) => {
  const size = Number((await run('du', ['-sk', tree])).split('\t')[0])
  const sums = await run('sh', ['-c', 'find usr -type f -print0 | sort -z | xargs -0 md5sum'], { cwd: tree })
  const control = join(tree, 'DEBIAN')
  await cp(join(sources, 'scripts'), control, { recursive: true })
  await writeFile(join(control, 'md5sums'), sums)
  await writeFile(join(control, 'conffiles'), '/etc/room-panel-hub/config.json\n')
  await writeFile(join(control, 'control'), controlFile({ version, size }))
}

/**
 * Makes the Debian package of the hub, with Debian's own tool and without root.
 *
 * @param {object} wishes
 * @param {string} [wishes.version] another than package.json's
 * @param {string} [wishes.folder] the folder of the result
 * @param {'gzip' | 'none'} [wishes.compression] `gzip` takes half a minute, `none` some seconds
 * @returns {Promise<string>} the file
 */
export const makeHubPackage = async ({
  version = packageVersion,
  folder = inProject('dist'),
  compression = 'gzip',
} = {}) => {
  const workshop = await mkdtemp(join(tmpdir(), 'room-panel-hub-deb-'))
  const tree = join(workshop, 'tree')
  try {
    await cp(join(sources, 'root'), tree, { recursive: true })
    const program = join(tree, 'usr', 'lib', 'room-panel-hub')
    await bundleHub(program, version)
    await copyFile(nodeBinary, join(program, 'node'))
    await writeDocumentation(tree, version)
    await writeControl(tree, version)
    // Independent of the umask with which this was checked out.
    await run('chmod', ['-R', 'u=rwX,go=rX', tree])
    const file = join(folder, `room-panel-hub_${version}_${debianArchitecture(process.arch)}.deb`)
    await mkdir(dirname(file), { recursive: true })
    await run('dpkg-deb', ['--root-owner-group', `-Z${compression}`, '--build', tree, file])
    return file
  } finally {
    await rm(workshop, { recursive: true })
  }
}
