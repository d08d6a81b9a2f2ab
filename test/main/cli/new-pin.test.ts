import * as v from 'valibot'
import { expect, test } from 'vitest'
import { newPin } from '../../../main/cli/new-pin.ts'
import { parseOrder } from '../../../main/cli/provision-order.ts'

test.each(['471147', '2580', '1235', '294817503612'])('the PIN %s is taken', (pin) => {
  expect(v.is(newPin, pin)).toBe(true)
})

test.each([
  '1111',
  '000000',
  '1234',
  '4321',
  '7890',
  '2468',
  '9753',
  '1212',
  '112211',
  '123',
  '12a4',
  '1234567890123',
])('and not %s, in no order either', (adminPin) => {
  expect(v.is(newPin, adminPin)).toBe(false)
  const said = parseOrder(JSON.stringify({ config: {}, appSecret: 'a secret', adminPin }))
  expect(said).toMatchObject({ ok: false, error: [expect.stringContaining('adminPin must be')] })
  expect(JSON.stringify(said)).not.toContain(`"${adminPin}"`)
})
