import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { inProject } from '../../build/project.mjs'

const script = readFileSync(inProject('build/debian/root/usr/lib/room-panel/provision-this-tablet'), 'utf8')

/** The script of an image's tablet, on a folder of its own and with another program in the place of ours. */
function aTablet(provisionSays: string, exitStatus: number) {
  const place = mkdtempSync(join(tmpdir(), 'room-panel-image-'))
  onTestFinished(() => rmSync(place, { recursive: true }))
  const [doors, credentials, command] = ['doors', 'credentials', 'command'].map((name) => join(place, name))
  if (doors === undefined || credentials === undefined || command === undefined) throw new Error('no places')
  mkdirSync(doors)
  mkdirSync(credentials)
  writeFileSync(join(credentials, 'app-secret'), 'the secret\n')
  writeFileSync(
    command,
    `#!/bin/sh\ncat >${place}/order\nprintf '%s\\n' "${provisionSays}"\nexit ${exitStatus}\n`,
  )
  chmodSync(command, 0o755)
  const here = script
    .replaceAll('/etc/room-panel/doors', doors)
    .replaceAll('/usr/lib/room-panel/command', command)
  return {
    put: (tablet: string) => writeFileSync(join(doors, `${tablet}.json`), '{"config": {}}'),
    files: () => readdirSync(doors),
    order: (): unknown => JSON.parse(readFileSync(join(place, 'order'), 'utf8')),
    provisioned: () =>
      spawnSync('sh', ['-c', here], {
        env: { ...process.env, CREDENTIALS_DIRECTORY: credentials },
        encoding: 'utf8',
      }),
  }
}

const own = hostname().toLowerCase()

test('joins the secret to the order of this tablet, and leaves no order behind', () => {
  const tablet = aTablet('connection: ok', 0)
  tablet.put(own)
  tablet.put('another')
  const { status, stdout } = tablet.provisioned()
  expect([status, stdout]).toEqual([0, 'connection: ok\n'])
  expect(tablet.order()).toEqual({ appSecret: 'the secret', config: {} })
  expect(tablet.files()).toEqual([])
})

test.each([
  ['the calendar’s host is not reached', 'connection: offline. See the cable', 1, 75],
  ['the same, after a look at a logo', 'logo: ok\nconnection: timedOut. See', 1, 75],
  ['the broker is not reached', 'keyring: ok\nbroker: brokerUnreachable (ETIMEDOUT). See', 1, 75],
  ['the hub is not reached', 'broker: ok\nenrolment: enrolmentUnreachable (x). See', 1, 75],
  ['the hub can make no door now', 'broker: ok\nenrolment: enrolmentUnready (x). The', 1, 75],
  ['the code was used', 'broker: ok\nenrolment: codeUsed (codeUsed). The', 1, 1],
  ['a scope is missing', 'connection: ok\nscope calendar:room: scopeMissing', 1, 1],
  ['the order is wrong', 'input: config.room.id is missing', 2, 2],
])('where %s the orders stay, and the status says whether that cost calls', (_what, says, ends, status) => {
  const tablet = aTablet(says, ends)
  tablet.put(own)
  expect(tablet.provisioned().status).toBe(status)
  expect(tablet.files()).toEqual([`${own}.json`])
})

test('without an order for this tablet no command is called', () => {
  const tablet = aTablet('connection: ok', 0)
  tablet.put('another')
  expect(tablet.provisioned().status).toBe(75)
  expect(tablet.files()).toEqual(['another.json'])
})
