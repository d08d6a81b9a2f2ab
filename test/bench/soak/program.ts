import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'electron-vite'
import { inProject } from '../../../build/project.mjs'
import { packedWith, type Program } from '../program/other-app.ts'

/** The packed program with the month of month.ts in the place of its demo's day. */
export async function soakProgram(): Promise<Program> {
  const configFile = join(import.meta.dirname, 'electron.vite.config.ts')
  await build({ configFile, logLevel: 'error' })
  return packedWith(async (application) => {
    const main = join(application, 'out', 'main')
    await rm(main, { recursive: true })
    await cp(inProject('dist', 'bench', 'soak-main'), main, { recursive: true })
  })
}
