import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { fingerprintOf, stampAt } from '../../build/setup/fingerprint.mjs'

let folder: string
const fingerprint = (...texts: string[]) => fingerprintOf({ paths: [folder], texts })

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'room-panel-fingerprint-'))
  mkdirSync(join(folder, 'inside'))
  writeFileSync(join(folder, 'inside', 'a'), 'one')
  return () => rmSync(folder, { recursive: true })
})

const changes: [name: string, change: () => void][] = [
  ['a byte', () => writeFileSync(join(folder, 'inside', 'a'), 'two')],
  ['a new file', () => writeFileSync(join(folder, 'b'), '')],
  ['a name', () => renameSync(join(folder, 'inside', 'a'), join(folder, 'inside', 'b'))],
]

test.each(changes)('changes with %s', (_name, change) => {
  const before = fingerprint()
  change()
  expect(fingerprint()).not.toBe(before)
})

test('a fingerprint changes with a text, and only then', () => {
  expect(fingerprint('45.4.1')).not.toBe(fingerprint('33.2.1'))
  expect(fingerprint('45.4.1')).toBe(fingerprint('45.4.1'))
})

test('a stamp matches what it was left for, until it is gone', () => {
  const file = join(folder, 'stamp')
  const stamp = stampAt(file)
  expect(stamp.matches('x')).toBe(false)
  stamp.leave('x')
  expect(stamp.matches('x')).toBe(true)
  expect(stamp.matches('y')).toBe(false)
  rmSync(file)
  expect(stamp.matches('x')).toBe(false)
})
