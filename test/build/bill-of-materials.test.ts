import { expect, test } from 'vitest'
import { billOfMaterials } from '../../build/deb/bill-of-materials.mjs'

const component = (name: string) => ({
  'bom-ref': `${name}@1.0.0`,
  type: 'library',
  name,
  version: '1.0.0',
  purl: `pkg:npm/${name}@1.0.0`,
})
const needs = (name: string, ...others: readonly string[]) => ({
  ref: `${name}@1.0.0`,
  dependsOn: others.map((other) => `${other}@1.0.0`),
})

const listed = {
  serialNumber: 'urn:uuid:1',
  metadata: {
    timestamp: '2026-11-24T22:28:36Z',
    component: { ...component('room-panel'), name: 'a-checkout' },
  },
  components: ['keytar', 'node-addon-api', 'prebuild-install', 'tar-fs', 'preact', 'pg', 'pg-pool'].map(
    component,
  ),
  dependencies: [
    needs('room-panel', 'keytar', 'preact', 'pg'),
    needs('pg', 'pg-pool'),
    needs('pg-pool'),
    needs('keytar', 'node-addon-api', 'prebuild-install'),
    needs('prebuild-install', 'tar-fs'),
    needs('tar-fs'),
    needs('node-addon-api'),
    needs('preact'),
  ],
}

test('lists what is shipped, Electron with it, and neither what only installs nor what the hub has', () => {
  const bill = billOfMaterials(listed, '45.4.1')
  expect(bill.components.map(({ name, version }) => `${name} ${version}`)).toEqual([
    'keytar 1.0.0',
    'node-addon-api 1.0.0',
    'preact 1.0.0',
    'electron 45.4.1',
  ])
  expect(bill.dependencies[0]?.dependsOn).toEqual(['keytar@1.0.0', 'preact@1.0.0', 'electron@45.4.1'])
  expect(bill.dependencies.find(({ ref }) => ref.startsWith('keytar'))?.dependsOn).toEqual([
    'node-addon-api@1.0.0',
  ])
})

test('bears the program’s name and no date, so that the same program has the same bill', () => {
  const bill = billOfMaterials(listed, '45.4.1')
  expect(bill.metadata).toEqual({ component: { ...component('room-panel'), type: 'application' } })
  expect(bill).not.toHaveProperty('serialNumber')
})
