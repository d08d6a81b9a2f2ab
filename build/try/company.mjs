import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { inProject } from '../project.mjs'
import { run } from '../run.mjs'
import { endProcess } from '../session/end-process.mjs'
import { firstLineOf } from '../session/first-line.mjs'

/** @typedef {import('./container.mjs').Container} Container */

/**
 * An authority that only this company knows, and a certificate for 127.0.0.1 that it signed.
 *
 * @param {string} place an empty folder
 */
export const companyAuthority = async (place) => {
  await mkdir(place, { recursive: true })
  const file = (/** @type {string} */ name) => join(place, name)
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '30']
  const authority = [
    '-x509',
    '-subj',
    '/CN=Company root',
    '-keyout',
    file('root.key'),
    '-out',
    file('root.crt'),
  ]
  await run('openssl', ['req', ...kind, ...authority])
  const by = ['-CA', file('root.crt'), '-CAkey', file('root.key'), '-subj', '/CN=calendar']
  const names = 'subjectAltName=IP:127.0.0.1,DNS:localhost,DNS:calendar.company.example'
  const leaf = ['-x509', ...by, '-addext', names, '-addext', 'basicConstraints=critical,CA:FALSE']
  await run('openssl', ['req', ...kind, ...leaf, '-keyout', file('leaf.key'), '-out', file('leaf.crt')])
  return { authority: file('root.crt'), certificate: file('leaf.crt'), key: file('leaf.key') }
}

/** A calendar on another host, because requests to this machine use no proxy. */
const elsewhere = { feishu: { origin: 'https://calendar.company.example', appId: 'cli_a1b2c3d4e5f60718' } }

/**
 * Checks that root's commands use the same proxy as the panel.
 *
 * @param {Container} container
 */
export const goThroughProxy = async (container) => {
  const file = '/etc/room-panel/elsewhere.json'
  const config = JSON.stringify({ ...elsewhere, room: { id: `omm_${'0'.repeat(32)}` } })
  await container.answer('sh', '-c', `echo '${config}' >${file}`)
  await container.answer('sh', '-c', 'echo https_proxy=http://127.0.0.1:9 >>/etc/default/room-panel')
  const { output } = await container.tryOut(['room-panel', 'doctor', '--config', file])
  assert.match(output, /^proxy: proxyFailed \(127\.0\.0\.1:9\)/m)
  await container.answer('sed', '-i', '/^https_proxy=/d', '/etc/default/room-panel')
  await container.answer('rm', file)
  return 'doctor goes the way of /etc/default/room-panel'
}

/**
 * Checks that the tablet accepts a company's own authority once it trusts it (update-ca-certificates(8)), and
 * only then.
 *
 * @param {Container} container
 * @param {string} workshop
 */
export const trustCompany = async (container, workshop) => {
  const { authority, certificate, key } = await companyAuthority(join(workshop, 'company'))
  const script = inProject('build', 'try', 'updates', 'https-folder.mjs')
  const serve = container.onItsNetwork(process.execPath, script, '/nonexistent', certificate, key)
  const [command = '', ...args] = serve
  const server = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const origin = await firstLineOf(server, 1)
    const file = '/etc/room-panel/company.json'
    const config = {
      feishu: { origin, appId: 'cli_a1b2c3d4e5f60718' },
      room: { id: `omm_${'0'.repeat(32)}` },
    }
    await container.answer('sh', '-c', `echo '${JSON.stringify(config)}' >${file}`)
    const lineOfDoctor = async () =>
      /^TLS: .*$/m.exec((await container.tryOut(['room-panel', 'doctor', '--config', file])).output)?.[0]
    assert.match(String(await lineOfDoctor()), /^TLS: tlsFailed/)
    const place = '/usr/local/share/ca-certificates/company.crt'
    await copyFile(authority, container.fileIn(place))
    await container.answer('update-ca-certificates')
    assert.equal(await lineOfDoctor(), 'TLS: ok')
    await container.answer('rm', place, file)
    await container.answer('update-ca-certificates')
    return 'its server is trusted by update-ca-certificates'
  } finally {
    await endProcess(server)
  }
}
