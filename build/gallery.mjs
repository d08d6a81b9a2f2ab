import { cp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { hangGallery } from './gallery/hang.mjs'
import { indexPage } from './gallery/index-page.mjs'
import { orExplain } from './or-explain.mjs'
import { inProject } from './project.mjs'
import { chosenElectron } from './setup/electron.mjs'
import { setUp } from './setup/steps.mjs'

const gallery = inProject('dist', 'gallery')
const kept = inProject('test', 'gallery', 'kept')

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean', default: false }, keep: { type: 'boolean', default: false } },
})
const chosen = values.check || values.keep ? ['--chosen'] : []
// Pictures that are being kept have nothing to be compared with.
const uncompared = values.keep ? ['--uncompared'] : []
const part = positionals.length > 0 ? [`--part=${positionals.join()}`] : []

await orExplain(async () => {
  await setUp()
  const findings = await hangGallery([...chosen, ...uncompared, ...part], async (pictures) => {
    await rm(gallery, { recursive: true, force: true })
    await cp(pictures, gallery, { recursive: true })
  })
  await writeFile(join(gallery, 'index.html'), indexPage(findings))
  if (values.keep) {
    await rm(kept, { recursive: true, force: true })
    for (const { name } of findings) await cp(join(gallery, `${name}.png`), join(kept, `${name}.png`))
    await writeFile(join(kept, 'electron-version'), `${chosenElectron()?.version}\n`)
  }

  const wrong = findings.filter(({ problems }) => problems.length > 0).length
  console.log(`${findings.length} pictures, ${wrong} with something wrong: ${join(gallery, 'index.html')}`)
  if (wrong > 0) process.exitCode = 1
})
