import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { join } from 'node:path'
import * as v from 'valibot'
import { inProject } from '../../../build/project.mjs'
import { commandAs } from '../../../build/session/ordinary-user.mjs'
import { companyAuthority } from '../../../build/try/company.mjs'
import { test } from '../harness/at-the-door.ts'
import { openConnectProxy } from '../harness/connect-proxy.ts'
import type { Kiosk } from '../harness/kiosk.ts'
import { appSecret } from '../harness/small-feishu.ts'

const script = readFileSync(inProject('build/debian/root/usr/lib/room-panel/trust-authorities'))

/** The tablet trusts these beside the public authorities, as `update-ca-certificates` would have it, and the panel is told. */
function trust({ folder, session: { user, env } }: Kiosk, authorities: string): void {
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

/** A calendar's host, which answers nothing that is one; its certificate is from the company's own authority. */
async function openCompany(kiosk: Kiosk) {
  const { authority, certificate, key } = await companyAuthority(join(kiosk.folder, 'company'))
  const proof = { cert: readFileSync(certificate), key: readFileSync(key) }
  const server = createServer(proof, (_request, answer) => void answer.writeHead(404).end())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = v.parse(v.object({ port: v.number() }), server.address())
  return { authority: readFileSync(authority, 'utf8'), port, close: () => server.close() }
}

test('what the tablet trusts and Chromium doesn’t, the panel trusts, until it is taken off the tablet', async ({
  kiosk,
  feishu,
  door,
  expect,
}) => {
  const company = await openCompany(kiosk)
  // As tmpfiles.d has it.
  const { HOME = '', XDG_RUNTIME_DIR = '' } = kiosk.session.env
  mkdirSync(join(HOME, '.pki'))
  symlinkSync(join(XDG_RUNTIME_DIR, 'nssdb'), join(HOME, '.pki', 'nssdb'))
  const { configuration } = feishu
  const origin = `https://localhost:${company.port}`
  await door.configure({ ...configuration, feishu: { ...configuration.feishu, origin } })
  const lineOfDoctor = async (): Promise<string | undefined> =>
    /^TLS: .*$/m.exec((await kiosk.run(['doctor', ...door.args], '')).output)?.[0]

  trust(kiosk, '')
  expect(await lineOfDoctor()).toMatch(/^TLS: tlsFailed/)
  trust(kiosk, company.authority)
  expect(await lineOfDoctor()).toBe('TLS: ok')
  trust(kiosk, '')
  expect(await lineOfDoctor()).toMatch(/^TLS: tlsFailed/)
  company.close()
})

test('the proxy of the surroundings is gone through, and named', async ({ kiosk, feishu, door, expect }) => {
  const proxy = await openConnectProxy()
  const { configuration } = feishu
  const origin = 'https://calendar.company.example'
  await door.configure({ ...configuration, feishu: { ...configuration.feishu, origin } })
  const { output } = await kiosk.run(['doctor', ...door.args], '', { https_proxy: proxy.origin })
  expect(output).toContain(`proxy: ok, ${new URL(proxy.origin).host}`)
  expect(output).toMatch(/^connection: (proxyFailed|connectionBroken)/m)
  expect(proxy.asked).toContain('calendar.company.example:443')
  proxy.close()
})

test('a proxy that asks for a password is told it, from the keyring and from the order that is being tried', async ({
  kiosk,
  feishu,
  door,
  expect,
}) => {
  const login = { user: 'door', password: 'p:w ö' }
  const proxy = await openConnectProxy({ login: `${login.user}:${login.password}` })
  const through = { https_proxy: proxy.origin }
  const { configuration } = feishu
  const behind = { ...configuration, feishu: { ...configuration.feishu, origin: 'https://calendar.example' } }
  await door.configure(behind)
  const { output } = await kiosk.run(['doctor', ...door.args], '', through)
  expect(output).toMatch(/^connection: proxyFailed\. .*proxyLogin/m)
  expect(new Set(proxy.answered)).toEqual(new Set([407]))

  // The way is open, and nobody is at its end: a gateway without a calendar.
  const order = { config: behind, appSecret: 'x', proxyLogin: login }
  proxy.answered.length = 0
  const tried = await kiosk.run(['provision', ...door.args], JSON.stringify(order), through)
  expect(tried.output).toContain('nothing was stored')
  expect(proxy.answered).toContain(502)
  expect(tried.output).not.toContain(login.password)

  const within = { config: configuration, appSecret, proxyLogin: login }
  const kept = await kiosk.run(['provision', `--config=${door.configFile}.other`], JSON.stringify(within))
  expect(kept.output).toContain('keyring: ok, app secret and proxy login stored')
  proxy.answered.length = 0
  await kiosk.run(['doctor', ...door.args], '', through)
  expect(proxy.answered).toContain(502)
  proxy.close()
})
