import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { toJournal } from '../../../../main/adapters/log/journal.ts'

test.each([
  ['a journal takes what the program says', { JOURNAL_STREAM: '8:22' }, 'audit {}\n'],
  ['a terminal shows it', {}, null],
])('%s', (_where, env, said) => {
  const stdout = new PassThrough()
  toJournal({ env, stdout })?.('audit {}')
  expect(stdout.setEncoding('utf8').read()).toBe(said)
})
