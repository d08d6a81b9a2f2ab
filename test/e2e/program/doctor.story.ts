import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:https'
import * as v from 'valibot'
import { connectionRefused } from '../../../simulator/faults/fault.ts'
import { selfSigned } from '../../support/self-signed.ts'
import { test } from '../harness/at-the-door.ts'
import type { Door } from '../harness/door.ts'
import type { Finished, Kiosk } from '../harness/kiosk.ts'
import type { SmallFeishu } from '../harness/small-feishu.ts'

const examine = (kiosk: Kiosk, door: Door, ...more: readonly string[]): Promise<Finished> =>
  kiosk.run(['doctor', ...door.args, ...more], '')

/** That no panel runs is not what most of these stories are about. */
const failures = (output: string): readonly string[] =>
  output.split('\n').filter((line) => line !== '' && !/: (ok|skipped|panelNotRunning)/.test(line))

test('a panel that runs well has an ok for each thing', async ({ kiosk, feishu, door, expect }) => {
  await door.configure(feishu.configuration)
  const panel = await door.open()
  await panel.waitFor({ occupancy: 'free', connection: 'live', booking: '' })
  const { status, output } = await examine(kiosk, door)
  expect(failures(output)).toEqual([])
  expect(output).toContain('panel: ok, free')
  expect(output).toContain('proxy: ok, none')
  expect(output).toContain('room: ok, Magnolia')
  expect(status).toBe(0)
})

test('a broken world has the right line for each fault', async ({ kiosk, feishu, door, expect }) => {
  await door.configure(feishu.configuration)
  feishu.world.fail('token', connectionRefused())
  const deaf = await examine(kiosk, door)
  expect(failures(deaf.output)).toEqual([expect.stringMatching(/^token: connectionBroken\. /)])
  expect(deaf.status).toBe(1)
  feishu.comeBack()

  await feishu.close()
  const { status, output } = await examine(kiosk, door, '--json')
  expect(JSON.parse(output)).toMatchObject({ ok: false })
  expect(output).toContain('"name":"connection","state":"failed","code":"connectionRefused"')
  expect(status).toBe(1)
})

const at = (origin: string, { configuration }: SmallFeishu) => ({
  ...configuration,
  feishu: { ...configuration.feishu, origin },
})

test('a name that has no address is told', async ({ kiosk, feishu, door, expect }) => {
  await door.configure(at('https://no-such-host.invalid', feishu))
  const { output } = await examine(kiosk, door)
  expect(failures(output)).toEqual([
    expect.stringMatching(/^secret: secretOfOtherOrigin /),
    expect.stringMatching(/^name: nameUnresolved \(no-such-host/),
  ])
})

test('a self-signed certificate is reported, by Electron’s own network stack', async ({
  kiosk,
  feishu,
  door,
  expect,
}) => {
  const server = createServer(selfSigned).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = v.parse(v.object({ port: v.number() }), server.address())
  await door.configure(at(`https://localhost:${port}`, feishu))
  const { output } = await examine(kiosk, door)
  server.close()
  expect(failures(output)).toEqual([
    expect.stringMatching(/^secret: secretOfOtherOrigin /),
    expect.stringMatching(/^TLS: tlsFailed\. /),
  ])
})

test('a proxy that does not answer is told', async ({ kiosk, feishu, door, expect }) => {
  await door.configure(at('https://open.feishu.cn', feishu))
  const { output } = await examine(kiosk, door, '--proxy-server=127.0.0.1:9')
  expect(output).toContain('\nproxy: proxyFailed (127.0.0.1:9). ')
})

test('a folder that can’t be written is named, and so is an invalid configuration', async ({
  kiosk,
  feishu,
  door,
  expect,
}) => {
  await mkdir(door.userData, { recursive: true })
  await writeFile(`${door.userData}/journal`, 'a file where a folder should be')
  await door.configure({ ...feishu.configuration, rooms: [] })
  const { status, output } = await examine(kiosk, door)
  expect(failures(output)).toEqual([
    expect.stringMatching(/^configuration: configurationInvalid \(rooms is no key that it may have\)\. /),
    expect.stringMatching(/^journal: notWritable \(EEXIST\)\. /),
  ])
  expect(status).toBe(1)
})
