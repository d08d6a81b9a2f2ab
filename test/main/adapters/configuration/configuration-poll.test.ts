import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readConfiguration } from '../../../../main/adapters/configuration/configuration-file.ts'
import { pollConfiguration } from '../../../../main/adapters/configuration/configuration-poll.ts'
import type { Configuration } from '../../../../shared/config/configuration.ts'
import type { Result } from '../../../../shared/result.ts'
import type { SetUpProblem } from '../../../../shared/set-up/set-up.ts'
import { seconds } from '../../../../shared/time/time.ts'
import { createVirtualClock } from '../../../support/virtual-clock.ts'

type Read = Result<Configuration, SetUpProblem>

const textFor = (locale: string): string =>
  JSON.stringify({
    feishu: { origin: 'https://open.feishu.cn', appId: 'cli_a1b2c3d4e5f60718' },
    room: { id: 'omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9' },
    locale,
  })

/** A real file that is looked at in virtual time: `looked` gives what the next look finds. */
async function aFile() {
  const folder = await mkdtemp(join(tmpdir(), 'room-panel-poll-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'config.json')
  const clock = createVirtualClock()
  let taken: (read: Read) => void = () => expect.fail('nobody waits for a look')
  const stop = pollConfiguration(clock, () => readConfiguration([file]))(async (read) => taken(read))
  const looked = async (): Promise<Read> => {
    const read = new Promise<Read>((resolve) => (taken = resolve))
    await clock.advance(seconds(30))
    const found = await read
    // The next look is planned once this one was dealt with.
    await clock.advance(0)
    return found
  }
  return { file, clock, stop, looked }
}

test('sees what is written into the file, what takes its place, and that it is gone', async () => {
  const { file, looked } = await aFile()
  await writeFile(file, textFor('en-US'))
  expect(await looked()).toMatchObject({ value: { locale: 'en-US' } })
  await writeFile(`${file}.new`, textFor('ja-JP'))
  await rename(`${file}.new`, file)
  expect(await looked()).toMatchObject({ value: { locale: 'ja-JP' } })
  await writeFile(file, '{ "feishu": ')
  expect(await looked()).toMatchObject({ ok: false, error: { kind: 'configurationUnreadable', file } })
  await rm(file)
  expect(await looked()).toEqual({ ok: false, error: { kind: 'configurationMissing', file } })
})

test('looks no more once it is stopped', async () => {
  const { clock, stop, looked } = await aFile()
  await looked()
  stop()
  expect(clock.pending()).toBe(0)
})
