import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { oneAtATime } from '../../build/setup/one-at-a-time.mjs'

async function aCheckout(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'room-panel-checkout-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

test('a second set-up of a checkout waits for the first, and says so', async () => {
  const checkout = await aCheckout()
  const steps: string[] = []
  const setUp = (name: string, work: () => Promise<void>): Promise<void> =>
    oneAtATime(
      checkout,
      async () => {
        steps.push(`${name} begins`)
        await work()
        steps.push(`${name} ends`)
      },
      () => steps.push(`${name} waits`),
    )
  const seconds: Promise<void>[] = []
  await setUp('first', async () => {
    seconds.push(setUp('second', async () => undefined))
    await expect.poll(() => steps).toContain('second waits')
  })
  await Promise.all(seconds)
  expect(steps).toEqual(['first begins', 'second waits', 'first ends', 'second begins', 'second ends'])
})

test('a program that fails, or is killed, releases its claim', async () => {
  const checkout = await aCheckout()
  const waits: string[] = []
  const failing = oneAtATime(
    checkout,
    () => Promise.reject(new Error('no network')),
    () => waits.push('first'),
  )
  await expect(failing).rejects.toThrow('no network')

  const module = join(import.meta.dirname, '../../build/setup/one-at-a-time.mjs')
  const script = `import { oneAtATime } from ${JSON.stringify(module)}
    await oneAtATime(${JSON.stringify(checkout)}, () => new Promise((go) => {
      console.log('begun')
      setTimeout(go, 60_000)
    }), () => {})`
  const killed = spawn(process.execPath, ['--input-type=module', '--eval', script])
  await once(killed.stdout, 'data')
  const next = oneAtATime(
    checkout,
    async () => 'done',
    () => {
      waits.push('next')
      killed.kill('SIGKILL')
    },
  )
  expect(await next).toBe('done')
  expect(waits).toEqual(['next'])
})
