import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import * as v from 'valibot'
import { expect, test } from 'vitest'

import { TOKEN_PATH } from './a-world.ts'

const Line = v.pipe(
  v.string(),
  v.parseJson(),
  v.strictObject({
    origin: v.pipe(v.string(), v.regex(/^http:\/\/127\.0\.0\.1:\d+$/)),
    appId: v.string(),
    appSecret: v.string(),
    roomIds: v.tupleWithRest([v.string()], v.string()),
  }),
)

test('started alone, it says in one line where it is and whom it knows', { timeout: 30_000 }, async () => {
  const root = join(import.meta.dirname, '../..')
  const simulator = spawn(process.execPath, ['--import', 'tsx', 'simulator/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const closed = once(simulator, 'close')
  const lines: string[] = []
  const reader = createInterface(simulator.stdout).on('line', (line) => lines.push(line))
  try {
    await Promise.race([once(reader, 'line'), closed])
    const { origin, appId, appSecret } = v.parse(Line, lines[0])
    const answer = await fetch(origin + TOKEN_PATH, {
      method: 'POST',
      body: JSON.stringify({ app_id: appId, app_secret: appSecret }),
    })
    // A whole second may end between the two moments that the simulator looks at its clock.
    const { code, expire } = v.parse(v.object({ code: v.number(), expire: v.number() }), await answer.json())
    expect(code).toBe(0)
    expect([7199, 7200]).toContain(expire)
  } finally {
    simulator.kill()
    await closed
  }
  expect(lines).toHaveLength(1)
})
