import { expect, test } from 'vitest'
import { controlFile, debianArchitecture } from '../../build/deb/control.mjs'

test('the control file has the fields that dpkg asks for, one line each', () => {
  const text = controlFile({ version: '1.2.3', architecture: 'amd64', size: 4711 })
  const fields = new Map(
    text
      .split('\n')
      .filter((line) => /^\w/.test(line))
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  )
  expect(fields.get('Package')).toBe('room-panel')
  expect(fields.get('Version')).toBe('1.2.3')
  expect(fields.get('Architecture')).toBe('amd64')
  expect(fields.get('Installed-Size')).toBe('4711')
  const needed = fields.get('Depends')?.split(', ')
  expect(needed).toEqual(
    expect.arrayContaining(['gnome-keyring', 'fonts-noto-cjk', 'xserver-xorg-core', 'libsecret-1-0', 'jq']),
  )
  expect(text.endsWith('\n')).toBe(true)
})

test.each([
  ['x64', 'amd64'],
  ['arm64', 'arm64'],
])('%s is %s to Debian', (arch, name) => {
  expect(debianArchitecture(arch)).toBe(name)
})

test('there is no package for anything else', () => {
  expect(() => debianArchitecture('riscv64')).toThrow('There is no package for riscv64')
})
