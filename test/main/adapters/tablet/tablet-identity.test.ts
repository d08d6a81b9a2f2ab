import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createTabletIdentity, tabletIdentity } from '../../../../main/adapters/tablet/tablet-identity.ts'

async function aMachineId(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'room-panel-identity-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'machine-id')
  await writeFile(file, text)
  return file
}

const one = '0123456789abcdef0123456789abcdef\n'
const other = 'f123456789abcdef0123456789abcdef\n'

test('this tablet has its name, and six characters that can’t be misread', () => {
  const identity = tabletIdentity()
  expect(identity.name).toBe(hostname())
  expect(identity.code).toMatch(/^[2-9A-HJ-NP-Z]{6}$/)
  expect(tabletIdentity()).toEqual(identity)
})

test('tablets of one name are told apart, and a new name leaves the code', async () => {
  const [file, otherFile] = [await aMachineId(one), await aMachineId(other)]
  const { code } = tabletIdentity('tablet', file)
  expect(tabletIdentity('tablet', otherFile).code).not.toBe(code)
  expect(tabletIdentity('tablet-7', file).code).toBe(code)
})

test('a panel that runs knows a new name at once', async () => {
  const file = await aMachineId(one)
  let name = 'tablet-7'
  const identity = createTabletIdentity(() => name, file)
  const { code } = identity()
  name = 'door-3-12'
  expect(identity()).toEqual({ name: 'door-3-12', code })
})

test('the code does not reveal the machine id', async () => {
  expect(one.toUpperCase()).not.toContain(tabletIdentity('tablet', await aMachineId(one)).code)
})

test.each([
  ['is none', 'uninitialized\n'],
  ['is empty', ''],
])('where the machine id %s the name has to do', async (_what, text) => {
  const file = await aMachineId(text)
  expect(tabletIdentity('tablet-7', file).code).toBe(tabletIdentity('tablet-7', join(file, 'none')).code)
  expect(tabletIdentity('tablet-7', file).code).not.toBe(tabletIdentity('tablet-8', file).code)
})
