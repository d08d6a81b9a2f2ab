import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createFileLog } from '../../../../main/adapters/log/file-log.ts'
import { lastLogLines } from '../../../../main/adapters/log/last-lines.ts'
import { createVirtualClock } from '../../../support/virtual-clock.ts'
import { at } from '../../../support/builders.ts'

test('IT is told the newest whole lines of the log, also of the file before, as they are on the disk', async ({
  onTestFinished,
}) => {
  const parent = await mkdtemp(join(tmpdir(), 'room-panel-log-'))
  onTestFinished(() => rm(parent, { recursive: true }))
  const folder = join(parent, 'logs')
  expect(await lastLogLines(folder, 1000)).toMatchObject({ ok: false, error: { code: 'ENOENT' } })
  await mkdir(folder)
  const log = createFileLog({ folder, clock: createVirtualClock(at('09:00')) })
  log.info('one', { password: 'hidden', text: '漢'.repeat(100) })
  log.info('two', {})
  const all = await lastLogLines(folder, 1000)
  expect(all).toMatchObject({
    value: [expect.stringContaining('[redacted]'), expect.stringContaining('"two"')],
  })
  // In the middle of a character of the first line.
  expect(await lastLogLines(folder, 120)).toMatchObject({ value: [expect.stringContaining('"two"')] })
  await writeFile(join(folder, 'room-panel.log.1'), 'older\nold\n')
  const both = await lastLogLines(folder, 10_000)
  expect(both.ok && both.value.slice(0, 2)).toEqual(['older', 'old'])
})
