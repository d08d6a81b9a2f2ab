import { test } from '../harness/at-the-door.ts'
import { linkAuthorities, openCompany, trust } from '../harness/company.ts'
import { openConnectProxy } from '../harness/connect-proxy.ts'
import { appSecret } from '../harness/small-feishu.ts'

test('the panel trusts an authority that the tablet trusts and Chromium doesn’t, until it is removed from the tablet', async ({
  kiosk,
  feishu,
  door,
  expect,
}) => {
  const company = await openCompany(kiosk)
  linkAuthorities(kiosk)
  const { configuration } = feishu
  const { origin } = company
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

  // The way is open, but no calendar is at its end: a gateway without one.
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
