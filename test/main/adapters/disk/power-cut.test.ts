import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const main = join(import.meta.dirname, '../../../../main')

/**
 * What a program asks of Linux while it keeps something on the real disk, about the files of its folder: what was not synced
 * then, a power cut may take.
 */
function callsOf(keeping: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'room-panel-disk-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const trace = join(folder, 'calls')
  const script = `const [main, folder] = ${JSON.stringify([main, join(folder, 'kept')])}
    ${keeping}`
  const tracing = ['--follow-forks', '--decode-fds=path', '--trace=fsync,rename', `--output=${trace}`]
  const program = [process.execPath, '--import', 'tsx', '--input-type=module', '--eval', script]
  const { status, stderr } = spawnSync('strace', [...tracing, ...program], { encoding: 'utf8' })
  if (status !== 0) expect.fail(stderr)
  return readFileSync(trace, 'utf8')
    .split('\n')
    .map((line) => /(\w+)\((?:\d+<|")([^>"]+\/kept[^>"]*)[>"].* = 0$/.exec(line))
    .flatMap((parts) => (parts ? [`${parts[1]} ${basename(parts[2] ?? '')}`] : []))
}

/** Under load a traced program takes some seconds. */
const patiently = { timeout: 60_000 }

test.each<[what: string, keeping: string, calls: readonly string[]]>([
  [
    'a check-in, the first of a tablet',
    `const { createJournalFile } = await import(main + '/adapters/disk/journal-file.ts')
    await createJournalFile({ folder }).write({ checkIns: [], attempts: [], decisions: [] })`,
    [
      'fsync journal.json.next',
      'rename journal.json.next',
      'fsync kept',
      'fsync journal.begun.next',
      'rename journal.begun.next',
      'fsync kept',
    ],
  ],
  [
    'a wrong PIN',
    `const { createPinTriesFile } = await import(main + '/adapters/secrets/pin-tries-file.ts')
    await createPinTriesFile({ folder }).write(3)`,
    ['fsync pin-tries.json.next', 'rename pin-tries.json.next', 'fsync kept'],
  ],
  [
    'an administrator’s verdict',
    `const { createAuditFile } = await import(main + '/adapters/log/audit-file.ts')
    await createAuditFile({ folder }).enterRoom({ at: 0, from: 'a', to: 'b' })`,
    ['fsync audit.jsonl'],
  ],
  [
    'a new configuration',
    `const { createConfigurationPlace } = await import(main + '/adapters/configuration/configuration-place.ts')
    await (await createConfigurationPlace(folder + '/config.json').stage({})).value.commit()`,
    ['fsync config.json.next', 'rename config.json.next'],
  ],
])(
  '%s is on the disk itself before it takes its name, and its name before it is said',
  patiently,
  (_what, keeping, calls) => {
    expect(callsOf(keeping)).toEqual(calls)
  },
)
