import { spawnSync } from 'node:child_process'
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { inProject } from '../../build/project.mjs'

const ours =
  'Types: deb\nURIs: https://panels.example.com/ring-3/\nSuites: ./\nX-Ring: ring-3\nSigned-By:\n -----BEGIN'
const ourList = 'Origin: room-panel\nLabel: ring-3\nValid-Until: Sun, 01 Mar 2027 00:00:00 UTC\n'

/** What the tablet says of this folder, whose list apt found signed by the key and not over. */
function saidOf(sources: string, list: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'room-panel-folder-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'lists'))
  writeFileSync(join(folder, 'apt-get'), '#!/bin/sh\n', { mode: 0o755 })
  writeFileSync(join(folder, 'folder.sources'), sources)
  writeFileSync(join(folder, 'lists', 'panels.example.com_ring-3_._InRelease'), list)
  const script = `
    state=$1 sources=$1/folder.sources parts=$1
    . "$2"
    refresh_folder && echo taken`
  const part = inProject('build', 'debian', 'root', 'usr', 'lib', 'room-panel', 'update', 'folder')
  const { stdout, stderr } = spawnSync('sh', ['-euc', script, 'sh', folder, part], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${folder}:${process.env['PATH'] ?? ''}` },
  })
  return (stdout + stderr).trim()
}

test('a tablet takes the list of its own ring', () => {
  expect(saidOf(ours, ourList)).toBe('taken')
})

test.each([
  ['another ring’s list', ours, ourList.replace('ring-3', 'ring-1'), 'not for the ring ring-3'],
  [
    'a list that only begins as its ring',
    ours,
    ourList.replace('ring-3', 'ring-33'),
    'not for the ring ring-3',
  ],
  ['a list for no ring', ours, ourList.replace('Label: ring-3\n', ''), 'not for the ring ring-3'],
  ['a list without an end', ours, ourList.replace(/Valid-Until.*\n/, ''), 'has no end'],
  ['a folder without a ring', ours.replace('X-Ring: ring-3\n', ''), ourList, 'names no ring'],
  ['a folder without a key', ours.replace('Signed-By', 'X-Signed-By'), ourList, 'and the key that signs it'],
  [
    'a second folder without a key',
    `${ours}\n\nTypes: deb\nURIs: https://a.example/\nSuites: ./\n`,
    ourList,
    'one folder',
  ],
  ['a second folder with another key', `${ours}\n\n${ours}\n`, ourList, 'one folder'],
  ['a folder that is trusted unproven', `${ours}\nTrusted: yes\n`, ourList, 'switches the proof'],
  ['a folder whose lists never end', `${ours}\nCheck-Valid-Until: no\n`, ourList, 'switches the proof'],
])('and not %s', (_what, sources, list, why) => {
  expect(saidOf(sources, list)).toContain(why)
})
