import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { inProject } from '../../build/project.mjs'

const script = inProject('build/debian/root/usr/lib/room-panel/provision-again')

/** The script with other programs in the place of those that wait, draw lots and start units. */
function aTablet() {
  const place = mkdtempSync(join(tmpdir(), 'room-panel-again-'))
  onTestFinished(() => rmSync(place, { recursive: true }))
  const [programs, state] = [join(place, 'programs'), join(place, 'state')]
  mkdirSync(programs)
  mkdirSync(state)
  const program = (name: string, does: string) => {
    writeFileSync(join(programs, name), `#!/bin/sh\n${does}\n`)
    chmodSync(join(programs, name), 0o755)
  }
  program('sleep', 'echo "sleep $1"')
  program('systemctl', 'echo "systemctl $*"')
  program('shuf', 'echo 0')
  const again = (exitStatus: number): number => {
    const env = {
      PATH: `${programs}:/usr/bin:/bin`,
      RUNTIME_DIRECTORY: state,
      MONITOR_EXIT_STATUS: `${exitStatus}`,
    }
    const said = execFileSync('sh', [script], { env, encoding: 'utf8' })
    expect(said).toMatch(/systemctl start --no-block room-panel-provision.service\n$/)
    return Number(/^sleep (\d+)$/m.exec(said)?.[1]) / 60
  }
  return { again }
}

const times = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index)

test('a try that costs calls is repeated ever more seldom, at last every six hours', () => {
  const { again } = aTablet()
  expect(times(12).map(() => again(1))).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360])
})

test('a try that costs no call is repeated each minute, and does not delay the others', () => {
  const { again } = aTablet()
  expect(times(20).map(() => again(75))).toEqual(times(20).map(() => 1))
  expect([again(1), again(75), again(2)]).toEqual([1, 1, 2])
})

test('forty tablets without a scope make less than 2,000 calls in their first day', () => {
  const { again } = aTablet()
  let [minutes, tries] = [0, 0]
  for (; minutes < 24 * 60; tries++) minutes += again(1)
  expect(40 * tries * 4).toBeLessThan(2000)
})
