import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { tabletClocks } from '../../../../main/adapters/clock/tablet-clocks.ts'

test.runIf(process.platform === 'linux')(
  'this machine counts from the same start, a little longer each time',
  () => {
    const [one, other] = [tabletClocks(5), tabletClocks(6)]
    expect(one.wall).toBe(5)
    expect(one.boot?.id).toMatch(/^[\da-f-]{36}$/)
    expect(other.boot?.id).toBe(one.boot?.id)
    expect(other.boot?.age).toBeGreaterThanOrEqual(one.boot?.age ?? Infinity)
  },
)

test('a clock with a battery is read where there is one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clocks-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const files = { bootId: join(folder, 'boot_id'), battery: join(folder, 'since_epoch') }
  expect(tabletClocks(5, 'linux', files)).toEqual({ wall: 5 })
  writeFileSync(files.battery, '1795651297\n')
  expect(tabletClocks(5, 'linux', files)).toEqual({ wall: 5, battery: 1_795_651_297_000 })
})

test('Windows begins by the clock with the battery', () => {
  expect(tabletClocks(5, 'win32')).toEqual({ wall: 5, battery: 5 })
})
