import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { realDisk } from '../../../../main/adapters/disk/disk.ts'
import { createJournalFile } from '../../../../main/adapters/disk/journal-file.ts'
import { emptyJournal, type JournalContent } from '../../../../shared/panel/journal.ts'
import { aCheckIn, aDecision, anAttempt, ghost } from '../../../support/a-ghost.ts'
import { at } from '../../../support/builders.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'room-panel-journal-'))
})
afterEach(async () => rm(folder, { recursive: true, force: true }))

const file = () => join(folder, 'journal.json')
const asideFile = () => join(folder, 'journal.set-aside.json')
const full: JournalContent = {
  completeSince: at('08:00'),
  checkIns: [aCheckIn],
  attempts: [anAttempt],
  decisions: [aDecision('kept', { because: 'clockUnsure' }), aDecision('released')],
  seriesHarm: { booking: ghost.id, missing: [ghost.id], at: at('10:11') },
}

test('a written journal is read again, by the next panel too', async () => {
  expect(await createJournalFile({ folder }).write(full)).toEqual({ ok: true, value: undefined })
  expect(await createJournalFile({ folder }).read()).toEqual({
    ok: true,
    value: { kind: 'found', content: full },
  })
  expect(await readdir(folder)).toEqual(['journal.begun', 'journal.json'])
})

test('the journal makes its folder, which only its owner can read', async () => {
  const inside = join(folder, 'data', 'journal')
  await createJournalFile({ folder: inside }).write(emptyJournal)
  expect((await stat(inside)).mode & 0o777).toBe(0o700)
  expect((await stat(join(inside, 'journal.json'))).mode & 0o777).toBe(0o600)
})

test('without an earlier journal there is none', async () => {
  expect(await createJournalFile({ folder: join(folder, 'none') }).read()).toEqual({
    ok: true,
    value: { kind: 'missing' },
  })
})

test('a journal that is gone counts as lost, not as a first start', async () => {
  await createJournalFile({ folder }).write(full)
  await rm(file())
  const journal = createJournalFile({ folder })
  expect(await journal.read()).toEqual({ ok: true, value: { kind: 'lost' } })
  await journal.write(emptyJournal)
  expect(await journal.read()).toEqual({ ok: true, value: { kind: 'found', content: emptyJournal } })
})

test('a journal of the version before is read, and marked with the next entry', async () => {
  const { organizer: _, ...older } = aCheckIn
  const content = { ...emptyJournal, checkIns: [older] }
  await writeFile(file(), JSON.stringify({ version: 1, ...content }))
  const journal = createJournalFile({ folder })
  expect(await journal.read()).toEqual({ ok: true, value: { kind: 'found', content } })
  await journal.write(content)
  await rm(file())
  expect(await journal.read()).toEqual({ ok: true, value: { kind: 'lost' } })
})

test.each([
  ['half of it', '{"version":1,"checkIns":[{"boo'],
  ['nothing', ''],
  ['zeros, as after a power cut', '\0'.repeat(4096)],
  ['another version', JSON.stringify({ version: 5, ...emptyJournal })],
  ['something unknown', JSON.stringify({ version: 1, ...emptyJournal, more: [] })],
  [
    'an unknown reason',
    JSON.stringify({ version: 1, ...emptyJournal, decisions: [{ ...aDecision('kept'), because: 'x' }] }),
  ],
  [
    'a time that is none',
    JSON.stringify({ version: 1, ...emptyJournal, checkIns: [{ ...aCheckIn, start: 'now' }] }),
  ],
])('a file with %s is corrupt, and is kept aside for IT', async (_what, text) => {
  await writeFile(file(), text)
  const journal = createJournalFile({ folder })
  expect(await journal.read()).toEqual({ ok: true, value: { kind: 'corrupt' } })
  expect(await journal.setAside()).toEqual({ ok: true, value: asideFile() })
  expect(await readFile(asideFile(), 'utf8')).toBe(text)
  // A program that dies here finds the journal corrupt again: no file was emptied yet.
  expect(await journal.read()).toEqual({ ok: true, value: { kind: 'corrupt' } })
  await journal.write(emptyJournal)
  expect(await journal.read()).toEqual({ ok: true, value: { kind: 'found', content: emptyJournal } })
  expect(await readFile(asideFile(), 'utf8')).toBe(text)
})

test('a journal that can not be read stays in its place, and is reported', async () => {
  await mkdir(file())
  expect(await createJournalFile({ folder }).read()).toMatchObject({
    ok: false,
    error: { code: 'unreadable', cause: { code: 'EISDIR' } },
  })
  expect(await readdir(folder)).toEqual(['journal.json'])
})

test('a write that the disk refuses says so, and leaves what was there', async () => {
  const journal = createJournalFile({ folder })
  await journal.write(full)
  await mkdir(`${file()}.next`)
  expect(await journal.write(emptyJournal)).toMatchObject({
    ok: false,
    error: { code: 'unwritable', cause: { code: 'EISDIR' } },
  })
  expect(await journal.read()).toEqual({ ok: true, value: { kind: 'found', content: full } })
})

test('a folder that can not be made is unwritable, and not missing', async () => {
  await writeFile(join(folder, 'data'), 'a file')
  const journal = createJournalFile({ folder: join(folder, 'data', 'journal') })
  expect(await journal.write(full)).toMatchObject({ ok: false, error: { code: 'unwritable' } })
  expect(await journal.read()).toMatchObject({ ok: false, error: { code: 'unreadable' } })
})

test('puts the new file in its place only when it is on the disk, and then syncs the name', async () => {
  const steps: string[] = []
  const nameOf = (path: string): string => path.slice(folder.length + 1) || 'folder'
  const disk = {
    read: realDisk.read,
    write: async (path: string) => void steps.push(`write ${nameOf(path)}`),
    sync: async (path: string) => void steps.push(`sync ${nameOf(path)}`),
    rename: async (from: string, to: string) => void steps.push(`rename ${nameOf(from)} ${nameOf(to)}`),
  }
  await createJournalFile({ folder, disk }).write(full)
  expect(steps).toEqual([
    'write journal.json.next',
    'sync journal.json.next',
    'rename journal.json.next journal.json',
    'sync folder',
    // That there has been a journal, once.
    'write journal.begun.next',
    'sync journal.begun.next',
    'rename journal.begun.next journal.begun',
    'sync folder',
  ])
})

/** Writes versions 1, 2, 3 … as fast as it can, each with a check-in more, and says which one is on the disk. */
const writer = (source: string, into: string) => `
  import { createJournalFile } from ${JSON.stringify(source)}
  const journal = createJournalFile({ folder: ${JSON.stringify(into)} })
  const content = { checkIns: [], attempts: [], decisions: [] }
  for (let version = 1; ; version++) {
    content.checkIns = Array.from({ length: version }, (_, index) => (
      { booking: 'b' + index, meeting: 'm', start: index, end: index + 1, at: version }
    ))
    const { ok } = await journal.write(content)
    if (!ok) process.exit(1)
    process.stdout.write(version + '\\n')
  }
`

test('a panel that is killed while it writes leaves the old version or the new one, whole', async () => {
  const source = pathToFileURL(
    join(import.meta.dirname, '../../../../main/adapters/disk/journal-file.ts'),
  ).href
  const script = join(folder, 'writer.mts')
  await writeFile(script, writer(source, folder))
  for (const count of [1, 7, 20]) {
    const child = spawn(process.execPath, ['--import', 'tsx', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    for await (const chunk of child.stdout) {
      said += String(chunk)
      if (lastLine(said) >= count) child.kill('SIGKILL')
    }
    const read = await createJournalFile({ folder }).read()
    const found = read.ok && read.value.kind === 'found' ? read.value.content.checkIns : expect.fail('torn')
    expect(found.map(({ booking }) => booking)).toEqual(found.map((_, index) => `b${index}`))
    expect([lastLine(said), lastLine(said) + 1]).toContain(found.length)
  }
}, 30_000)

const lastLine = (said: string): number =>
  Number(said.slice(0, said.lastIndexOf('\n')).split('\n').at(-1) ?? 0)
