import { chown, cp, mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { bundleGallery } from './gallery/bundle.mjs'
import { orExplain } from './or-explain.mjs'
import { inProject } from './project.mjs'
import { run } from './run.mjs'
import { createClosing } from './session/closing.mjs'
import { startDisplay } from './session/display.mjs'
import { exitOf, endProcess } from './session/end-process.mjs'
import { ordinaryUser, spawnAs } from './session/ordinary-user.mjs'
import { makePrivateFolder } from './session/private-folder.mjs'
import { chosenElectron } from './setup/electron.mjs'
import { setUp } from './setup/steps.mjs'

const gallery = inProject('dist', 'gallery')

await orExplain(async () => {
  if (!process.argv.includes('--no-setup')) await setUp()
  const part = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? ''
  const electron = chosenElectron()
  if (electron === undefined) throw new Error('There is no Electron')
  const user = ordinaryUser()
  const closing = createClosing()
  try {
    const folder = await makePrivateFolder(user)
    closing.add(folder.remove)
    const display = await startDisplay(user, '1920x1920')
    closing.add(display.stop)
    const program = join(folder.path, 'program')
    await run('cp', ['-a', electron.folder, program])
    await bundleGallery(join(program, 'resources', 'app'))
    const out = join(folder.path, 'pictures')
    await mkdir(out)
    await chown(out, user.uid, user.gid)
    const args = [
      '--user-data-dir=' + join(folder.path, 'home', 'data'),
      '--disable-gpu',
      '--log-level=3',
      '--force-device-scale-factor=1',
    ]
    const child = spawnAs(user, [join(program, 'electron'), ...args, `--pictures=${out}`, `--part=${part}`], {
      env: { ...folder.env, ...display.env, LANG: 'en_US.UTF-8' },
      stdio: 'inherit',
    })
    closing.add(() => endProcess(child))
    const status = await exitOf(child)
    if (status !== 0) throw new Error(`The gallery ended with ${status}`)
    await rm(gallery, { recursive: true, force: true })
    await cp(out, gallery, { recursive: true })
    const findings = JSON.parse(await readFile(join(gallery, 'findings.json'), 'utf8'))
    for (const { name, problems } of findings)
      for (const problem of problems) console.log(`${name}: ${problem}`)
    console.log(`${findings.length} pictures in ${gallery}`)
  } finally {
    await closing.close()
  }
})
