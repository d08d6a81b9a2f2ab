import { spawn } from 'node:child_process'
import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { inProject } from '../../project.mjs'
import { run } from '../../run.mjs'
import { endProcess } from '../../session/end-process.mjs'
import { firstLineOf } from '../../session/first-line.mjs'
import { folderSources, signFolder } from '../../updates/folder.mjs'

/** @typedef {import('../container.mjs').Container} Container */

const ring = 'ring-3'
const oneSecond = 1 / 86_400

/**
 * IT's folder of updates, on the container's loopback, behind a certificate of IT's own.
 *
 * @param {Container} container
 * @param {string} workshop an empty folder
 * @param {(end: () => Promise<void>) => void} atEnd
 */
export const serveFolder = async (container, workshop, atEnd) => {
  const [folder, home] = [join(workshop, 'folder'), join(workshop, 'gnupg')]
  await mkdir(folder, { recursive: true })
  await mkdir(home, { mode: 0o700 })
  const env = { ...process.env, GNUPGHOME: home }
  atEnd(async () => void (await run('gpgconf', ['--kill', 'gpg-agent'], { env })))
  const newKey = async (/** @type {string} */ name) => {
    const options = ['--batch', '--passphrase', '', '--quick-generate-key']
    await run('gpg', [...options, name, 'ed25519', 'sign', 'never'], { env })
    return name
  }
  const [key, foreign] = [await newKey('updates@example.com'), await newKey('somebody@example.com')]
  const ours = await certificateIn(join(workshop, 'ours'))
  const theirs = await certificateIn(join(workshop, 'theirs'))
  let server = await serve(container, folder, ours)
  atEnd(async () => endProcess(server.process))
  const sign = (
    /** @type {string[]} */ packages,
    /** @type {{ key?: string, ring?: string, days?: number }} */ other = {},
  ) => signFolder({ folder, packages, key, ring, env, ...other })
  return {
    folder,
    certificate: ours.certificate,
    foreign,
    sign,
    sources: () => folderSources({ uri: `${server.origin}/`, ring, key, env }),
    /** Serves the folder with an unknown certificate. Returns the function that undoes that. */
    impersonate: async () => {
      const { port } = new URL(server.origin)
      const change = async (/** @type {typeof ours} */ one) => {
        await endProcess(server.process)
        server = await serve(container, folder, one, port)
      }
      await change(theirs)
      return () => change(ours)
    },
    /** Removes everything from the folder. */
    clear: async () => {
      await rm(folder, { recursive: true })
      await mkdir(folder)
    },
  }
}

/** @typedef {Awaited<ReturnType<typeof serveFolder>>} UpdateFolder */

/**
 * @param {Container} container
 * @param {string} folder
 * @param {{ certificate: string, key: string }} proof
 * @param {string} [port]
 */
const serve = async (container, folder, { certificate, key }, port = '0') => {
  const script = inProject('build', 'try', 'updates', 'https-folder.mjs')
  const [command = '', ...args] = container.onItsNetwork(
    process.execPath,
    script,
    folder,
    certificate,
    key,
    port,
  )
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  return { process: child, origin: await firstLineOf(child, 1) }
}

/** @param {string} folder */
const certificateIn = async (folder) => {
  await mkdir(folder)
  const [certificate, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')]
  const name = ['-subj', '/CN=updates', '-addext', 'subjectAltName=IP:127.0.0.1']
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-noenc', '-days', '2']
  await run('openssl', ['req', ...kind, ...name, '-keyout', key, '-out', certificate])
  return { certificate, key }
}

/**
 * Ways to make a tablet install a package that IT did not sign. Each starts from a valid folder.
 *
 * @type {[name: string, tamper: (folder: UpdateFolder, later: string) => Promise<void | (() => Promise<void>)>][]}
 */
export const tamperings = [
  ['a package that was changed', async ({ folder }, later) => appendFile(join(folder, later), 'x')],
  [
    'a list that was changed',
    async ({ folder }) => change(join(folder, 'Packages'), /^SHA256: ./m, 'SHA256: f'),
  ],
  [
    'a signed list of lists that was changed',
    async ({ folder }) => change(join(folder, 'InRelease'), /^Origin: \S+/m, 'Origin: Room-panel'),
  ],
  ['somebody else’s signature', async ({ sign, foreign }) => sign([], { key: foreign })],
  ['another ring’s list', async ({ sign }) => sign([], { ring: 'ring-1' })],
  ['a list without an end', async ({ sign }) => sign([], { days: 0 })],
  [
    'a list whose time is over',
    async ({ sign }) => {
      await sign([], { days: oneSecond })
      await delay(2000)
    },
  ],
  [
    'no signature',
    async ({ folder }) => {
      const signed = await readFile(join(folder, 'InRelease'), 'utf8')
      const [, text = ''] = /\n\n([^]*?)-----BEGIN PGP SIGNATURE/.exec(signed) ?? []
      await writeFile(join(folder, 'Release'), text)
      await rm(join(folder, 'InRelease'))
    },
  ],
  ['somebody else’s certificate', async ({ impersonate }) => impersonate()],
]

/**
 * @param {string} file
 * @param {RegExp} what
 * @param {string} by
 */
const change = async (file, what, by) => {
  const before = await readFile(file, 'utf8')
  const after = before.replace(what, by)
  if (after === before) throw new Error(`Nothing to change in ${file}`)
  await writeFile(file, after)
}
