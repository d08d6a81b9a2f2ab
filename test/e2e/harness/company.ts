import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:https'
import { join } from 'node:path'
import * as v from 'valibot'
import { inProject } from '../../../build/project.mjs'
import { commandAs } from '../../../build/session/ordinary-user.mjs'
import { companyAuthority } from '../../../build/try/company.mjs'
import type { Kiosk } from './kiosk.ts'

const script = readFileSync(inProject('build/debian/root/usr/lib/room-panel/trust-authorities'))

/** The tablet trusts these beside the public authorities, as `update-ca-certificates` would have it, and the panel is told. */
export function trust({ folder, session: { user, env } }: Kiosk, authorities: string): void {
  const [bundle, known] = [join(folder, 'bundle.crt'), join(folder, 'public')]
  mkdirSync(known, { recursive: true })
  const mozillas = '/usr/share/ca-certificates/mozilla/ISRG_Root_X1.crt'
  copyFileSync(mozillas, join(known, 'ISRG_Root_X1.crt'))
  writeFileSync(bundle, readFileSync(mozillas, 'utf8') + authorities)
  for (const path of [bundle, known]) chmodSync(path, 0o755)
  const surroundings = Object.entries(env).map(([name, value]) => `${name}=${value}`)
  const [command, ...args] = commandAs(user, ['env', ...surroundings, 'sh', '-s', bundle, known])
  const { status, stderr } = spawnSync(command, args, { input: script, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}

/** Has every request told to it: https://www.w3.org/TR/network-error-logging/ */
const wantsReports = (origin: string) => ({
  'report-to': JSON.stringify({ group: 'all', max_age: 86_400, endpoints: [{ url: `${origin}/reports` }] }),
  nel: JSON.stringify({ report_to: 'all', max_age: 86_400, success_fraction: 1, failure_fraction: 1 }),
})

/**
 * A host with a certificate of the company's own authority. It passes on `calendar`'s answers, or answers
 * with no valid one; it asks for reports of each request, and notes the requested paths.
 */
export async function openCompany(kiosk: Kiosk, calendar?: string) {
  const { authority, certificate, key } = await companyAuthority(join(kiosk.folder, 'company'))
  const proof = { cert: readFileSync(certificate), key: readFileSync(key) }
  const asked: string[] = []
  const server = createServer(proof, (incoming, answer) => {
    const { url = '', method, headers } = incoming
    asked.push(url)
    if (calendar === undefined) return void answer.writeHead(404, wantsReports(origin)).end()
    const onward = request(new URL(url, calendar), { method, headers }, (answered) => {
      answer.writeHead(answered.statusCode ?? 502, { ...answered.headers, ...wantsReports(origin) })
      answered.pipe(answer)
    })
    incoming.pipe(onward.on('error', () => answer.destroy()))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = v.parse(v.object({ port: v.number() }), server.address())
  const origin = `https://localhost:${port}`
  return { authority: readFileSync(authority, 'utf8'), origin, asked, close: () => server.close() }
}

/** As tmpfiles.d has it. */
export function linkAuthorities({ session: { env } }: Kiosk): void {
  const { HOME = '', XDG_RUNTIME_DIR = '' } = env
  mkdirSync(join(HOME, '.pki'))
  symlinkSync(join(XDG_RUNTIME_DIR, 'nssdb'), join(HOME, '.pki', 'nssdb'))
}
