import { expect, test } from 'vitest'
import { createAdminPin } from '../../../../main/adapters/secrets/admin-pin.ts'
import { hashPin } from '../../../../main/pin-hash.ts'
import { createMemoryVault } from '../../../support/memory/memory-vault.ts'

async function keyringWith(text: string) {
  const vault = createMemoryVault()
  vault.secrets.set('admin-pin', text)
  return createAdminPin(vault)
}

test('knows the PIN that provision stored, and no other', async () => {
  const pin = await keyringWith(await hashPin('24681357'))
  const kept = await pin.read()
  const isPin = kept.ok ? kept.value : expect.fail(kept.error)
  expect(await isPin('24681357')).toBe(true)
  expect(await isPin('24681358')).toBe(false)
  expect(await isPin('2468135')).toBe(false)
})

test('the same PIN is kept as another text each time', async () => {
  expect(await hashPin('2468')).not.toBe(await hashPin('2468'))
})

test('a hash of other costs is compared at those', async () => {
  // scrypt of "2468" with N = 16, r = 1 and a salt of zeros.
  const pin = await keyringWith(
    'scrypt$16$1$1$AAAAAAAAAAAAAAAAAAAAAA==$vqN1mwCIKYn7NcyADoyyIGiHK2mT09Kho/Q0Z59i49E=',
  )
  const kept = await pin.read()
  const isPin = kept.ok ? kept.value : expect.fail(kept.error)
  expect(await isPin('2468')).toBe(true)
})

test.each([
  '',
  '2468',
  'scrypt$32768$8$1$$',
  'scrypt$32768$8$1$AAAAAAAAAAAAAAAAAAAAAA==$AAAA',
  'bcrypt$32768$8$1$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
  'scrypt$99999999$8$1$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
])('%o in the keyring is no PIN of ours', async (text) => {
  expect(await (await keyringWith(text)).read()).toEqual({ ok: false, error: 'unreadable' })
})

test.each(['missing', 'locked', 'timedOut', 'unavailable'] as const)(
  'a keyring that says %s is told so',
  async (problem) => {
    const vault = createMemoryVault()
    vault.failing = problem
    expect(await createAdminPin(vault).read()).toEqual({ ok: false, error: problem })
  },
)
