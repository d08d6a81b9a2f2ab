import { spawn } from 'node:child_process'
import { orExplain } from './or-explain.mjs'
import { root } from './project.mjs'
import { createClosing } from './session/closing.mjs'
import { endProcess, exitOf } from './session/end-process.mjs'
import { setUp } from './setup/steps.mjs'

// Set-up's output goes to standard error, because `--json` prints only the figures.
console.log = console.error

await orExplain(async () => {
  await setUp()
  const closing = createClosing()
  try {
    const bench = spawn(
      process.execPath,
      ['--import', 'tsx', 'test/bench/main.ts', ...process.argv.slice(2)],
      {
        cwd: root,
        stdio: 'inherit',
      },
    )
    closing.add(() => endProcess(bench))
    process.exitCode = await exitOf(bench)
  } finally {
    await closing.close()
  }
})
