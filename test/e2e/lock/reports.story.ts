import { test } from '../harness/at-the-door.ts'
import { linkAuthorities, openCompany, trust } from '../harness/company.ts'
import { adminPin, provision } from '../harness/provisioning.ts'
import { appSecret } from '../harness/small-feishu.ts'

/** Chromium sends its reports a minute after what they tell of, and with this at once. */
const atOnce = '--short-reporting-delay'

test('a calendar that wants reports of how its answers came is sent none', async ({
  kiosk,
  feishu,
  door,
  expect,
}) => {
  const { feishu: own, ...rest } = feishu.configuration
  const company = await openCompany(kiosk, own.origin)
  linkAuthorities(kiosk)
  trust(kiosk, company.authority)
  const config = { ...rest, feishu: { ...own, origin: company.origin } }
  const { status } = await provision(kiosk, door.configFile, { config, appSecret, adminPin })
  expect(status).toBe(0)
  const panel = await door.open(undefined, [atOnce])
  await panel.waitFor({ connection: 'live' })
  const reads = () => company.asked.filter((path) => path.includes('/freebusy/')).length
  const before = reads()
  // A report would come before the next reading.
  await expect.poll(reads, { timeout: 60_000 }).toBeGreaterThan(before)
  expect(company.asked.filter((path) => path.includes('reports'))).toEqual([])
  company.close()
})
