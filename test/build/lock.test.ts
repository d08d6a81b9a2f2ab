import { expect, test } from 'vitest'
import { holdsAll } from '../../build/setup/lock.mjs'

const preact = { version: '11.2.0', integrity: 'sha512-a' }
const lock = { packages: { '': {}, 'node_modules/preact': preact } }

test.each([
  ['the same package', { 'node_modules/preact': preact }, true],
  ['more than the lock file lists', { 'node_modules/preact': preact, 'node_modules/left': preact }, true],
  ['another version', { 'node_modules/preact': { ...preact, version: '11.1.0' } }, false],
  ['another content', { 'node_modules/preact': { ...preact, integrity: 'sha512-b' } }, false],
  ['the package somewhere else', { 'node_modules/x/node_modules/preact': preact }, false],
])('compares what is installed: %s', (_name, packages, isEnough) => {
  expect(holdsAll(lock, { packages })).toBe(isEnough)
})

test('without an installation the lock file’s packages are missing', () => {
  expect(holdsAll(lock, undefined)).toBe(false)
})

test('does not miss a package for another machine', () => {
  const withOptional = { packages: { 'node_modules/darwin-only': { ...preact, optional: true } } }
  expect(holdsAll(withOptional, { packages: {} })).toBe(true)
})
