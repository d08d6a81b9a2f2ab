import { join } from 'node:path'
import { orExplain } from './or-explain.mjs'
import { inProject } from './project.mjs'
import { createClosing } from './session/closing.mjs'
import { displayFor } from './session/display.mjs'
import { endProcess, exitOf } from './session/end-process.mjs'
import { followFile } from './session/follow-file.mjs'
import { ordinaryUser, spawnAs } from './session/ordinary-user.mjs'
import { makePrivateFolder } from './session/private-folder.mjs'
import { programFor } from './session/program.mjs'
import { setUp } from './setup/steps.mjs'

const picture = inProject('dist', 'panel.png')

/** A display in memory has no graphics card, and Chromium reports that repeatedly. */
const withoutGraphicsCard = ['--disable-gpu', '--log-level=3']

/**
 * Shows the panel in demo mode until the user ends it.
 *
 * @param {string[]} args for the program; `--once` ends it after its first true screen
 * @param {ReturnType<typeof createClosing>} closing
 * @returns {Promise<number>} the program's exit status
 */
const showDemo = async (args, closing) => {
  const user = ordinaryUser()
  const folder = await makePrivateFolder(user)
  closing.add(folder.remove)
  const display = await displayFor(user, folder)
  closing.add(display.stop)
  const program = await programFor(user)
  closing.add(program.remove)

  const drawn = join(folder.path, 'panel.png')
  const follower = followFile(drawn, picture)
  closing.add(follower.stop)
  if (display.isInMemory) console.log(`No display here: the panel runs under Xvfb, and ${picture} shows it`)

  const demo = ['--demo', '--user-data-dir', join(folder.path, 'data'), '--screenshot', drawn]
  if (display.isInMemory) demo.push(...withoutGraphicsCard)
  const env = { ...(user.isSomebodyElse ? folder.env : process.env), ...display.env }
  const panel = spawnAs(user, [program.path, ...demo, ...args], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  closing.add(() => endProcess(panel))
  const status = await exitOf(panel)
  if (args.includes('--once') && status === 0) {
    follower.catchUp()
    console.log(picture)
  }
  return status
}

await orExplain(async () => {
  await setUp()
  const closing = createClosing()
  try {
    process.exitCode = await showDemo(process.argv.slice(2), closing)
  } finally {
    await closing.close()
  }
})
