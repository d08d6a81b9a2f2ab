import { dirname } from 'node:path'
import { refusal } from '../../../simulator/faults/fault.ts'
import { test } from '../harness/at-the-door.ts'
import { commandLineOf, environmentOf } from '../harness/process-tree.ts'
import { adminPin } from '../harness/provisioning.ts'
import { duringAMeeting } from '../harness/running-meeting.ts'
import { appId, appSecret } from '../harness/small-feishu.ts'
import { filesHaving, token } from '../harness/traces.ts'

const secrets = [appSecret, adminPin, 'scrypt$']

const tellsASecret = (text: string): boolean =>
  token.test(text) || secrets.some((secret) => text.includes(secret))

test('no secret is to be found anywhere but in the keyring, and a crash writes none down', async ({
  feishu,
  door,
  expect,
}) => {
  const { panel } = await duringAMeeting(feishu, door)
  feishu.world.fail('reply', refusal(99991672), { times: 1 })
  await panel.tap('end-meeting')
  await panel.tap('confirm')
  expect(await panel.text('notice')).toContain('The meeting was not ended')

  const page = await panel.evaluate('return document.documentElement.outerHTML')
  const snapshot = await panel.evaluate('return panel.request("current")')
  expect(tellsASecret(`${String(page)}${JSON.stringify(snapshot)}`)).toBe(false)
  expect(tellsASecret(`${commandLineOf(panel.pid)}${environmentOf(panel.pid)}`)).toBe(false)

  await panel.crash()
  const having = (isIn: (text: string) => boolean) => filesHaving(dirname(door.userData), isIn)
  expect(having((text) => text.includes(appId))).toContain(door.configFile)
  expect(having(tellsASecret)).toEqual([])
})
