import { spawn } from 'node:child_process'
import { orExplain } from './or-explain.mjs'
import { root } from './project.mjs'
import { createClosing } from './session/closing.mjs'
import { startDisplay } from './session/display.mjs'
import { endProcess, exitOf } from './session/end-process.mjs'
import { ordinaryUser } from './session/ordinary-user.mjs'

// The stories get a display of their own, so that they neither need nor disturb the one of whoever runs them.
await orExplain(async () => {
  const closing = createClosing()
  try {
    const display = await startDisplay(ordinaryUser())
    closing.add(display.stop)
    const vitest = spawn('npx', ['vitest', 'run', '--project', 'e2e', ...process.argv.slice(2)], {
      cwd: root,
      env: { ...process.env, ...display.env },
      stdio: 'inherit',
    })
    closing.add(() => endProcess(vitest))
    process.exitCode = await exitOf(vitest)
  } finally {
    await closing.close()
  }
})
