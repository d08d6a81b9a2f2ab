import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fingerprintOf } from '../../../hub/composition/broker-authority.ts'
import { openBroker } from '../../../hub/composition/open-broker.ts'
import { createSystemClock } from '../../../main/adapters/clock/system-clock.ts'
import { createMemoryLog } from '../../support/memory/memory-log.ts'
import { selfSigned } from '../../support/self-signed.ts'
import { type Mosquitto, startMosquitto } from '../../../build/services/mosquitto.ts'

let mosquitto: Mosquitto
let folder: string
const file = async (name: string, text: string): Promise<string> => {
  await writeFile(join(folder, name), text)
  return join(folder, name)
}

beforeAll(async () => {
  mosquitto = await startMosquitto({ tls: selfSigned })
  folder = await mkdtemp(join(tmpdir(), 'room-panel-test-'))
})
afterAll(async () => {
  await Promise.all([mosquitto.remove(), rm(folder, { recursive: true })])
})

const open = async (over: {
  readonly caFile?: string
  readonly username?: string
  readonly url?: string
}) => {
  const { caFile, username = mosquitto.admin.username, url = mosquitto.url } = over
  const admin = { username, passwordFile: await file('password', mosquitto.admin.password) }
  const broker = { url, admin, ...(caFile !== undefined && { caFile }) }
  const opened = await openBroker(broker, { clock: createSystemClock(), log: createMemoryLog() })
  if (opened.ok) await opened.value.close()
  return opened.ok ? 'open' : opened.error
}

test('a broker with the company’s own certificate is reached by that alone', async () => {
  expect(await open({ caFile: await file('ca.pem', selfSigned.cert) })).toBe('open')
  expect(await open({})).toBe('the broker can’t be reached: self-signed certificate')
})

test('why the broker is not reached, or does not let the hub in, is said', async () => {
  const caFile = await file('ca.pem', selfSigned.cert)
  const empty = await file('empty.pem', 'no certificate')
  const [unreachable, denied] = ['the broker can’t be reached', 'the broker does not let broker.admin in']
  expect(await open({ caFile, username: 'stranger' })).toBe(`${denied} with this password`)
  expect(await open({ caFile, url: 'mqtts://127.0.0.1:1' })).toBe(
    `${unreachable}: connect ECONNREFUSED 127.0.0.1:1`,
  )
  expect(await open({ caFile: '/nowhere' })).toBe(`${unreachable}: /nowhere is missing`)
  expect(await open({ caFile: empty })).toBe(`${unreachable}: ${empty} holds no certificate`)
})

test('the fingerprint is that of the file’s certificate', async () => {
  const caFile = await file('ca.pem', selfSigned.cert)
  // openssl x509 -noout -fingerprint -sha256
  const value =
    '77:40:58:29:D6:B5:ED:CB:AD:2A:FC:20:40:2A:85:D8:98:FC:4A:CA:45:7D:07:66:90:8E:5B:D3:F1:2F:F4:45'
  expect(await fingerprintOf({ caFile })).toEqual({ ok: true, value })
  expect(await fingerprintOf({ caFile: '/nowhere' })).toEqual({ ok: false, error: '/nowhere is missing' })
  expect(await fingerprintOf({})).toEqual({ ok: true, value: undefined })
})
