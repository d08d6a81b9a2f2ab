import { expect, test } from 'vitest'
import { seal, unseal } from '../../../hub/callback/sealed.ts'

const [app, secret] = ['cli_a1b2c3d4e5f60718', 'Zx81kQ0pLm3Rt7Vw2Yb9Nc4Hd6Jf5Gs1']

test('a ticket is read again by the app’s secret, and is sealed otherwise each time', () => {
  const sealed = seal('ticket', app, secret)
  expect(unseal(sealed, app, secret)).toBe('ticket')
  expect(seal('ticket', app, secret)).not.toBe(sealed)
  expect(Buffer.from(sealed, 'base64').includes('ticket')).toBe(false)
})

test.for([
  ['another secret', (sealed: string) => unseal(sealed, app, 'another')],
  ['another app', (sealed: string) => unseal(sealed, 'cli_0', secret)],
  ['a bit less', (sealed: string) => unseal(sealed.slice(0, -8), app, secret)],
  ['nothing', () => unseal('', app, secret)],
  ['a nonce alone', (sealed: string) => unseal(sealed.slice(0, 16), app, secret)],
  [
    'a changed letter',
    (sealed: string) => unseal(`${sealed.startsWith('A') ? 'B' : 'A'}${sealed.slice(1)}`, app, secret),
  ],
] as const)('with %s there is no ticket', ([, open]) => {
  expect(open(seal('ticket', app, secret))).toBeUndefined()
})
