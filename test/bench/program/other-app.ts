import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPackageWithOptions, extractAll } from '@electron/asar'
import { programFolder, programName } from '../../../build/project.mjs'
import { run } from '../../../build/run.mjs'
import { everySwitchAllowed } from '../../../build/session/program.mjs'

/** A program of its own, in a place where every user can start it. */
export interface Program {
  readonly path: string
  readonly remove: () => Promise<void>
}

/** The packed program as it is, in files of its own: what runs of the checkout's beside it would share memory with it. */
export const packedCopy = (): Promise<Program> => packedWith(async () => {})

/**
 * The packed program with another application in it: same executable, same fuses, same files beside it. `change` gets
 * the folder with what the packed one is made of.
 */
export async function packedWith(change: (application: string) => Promise<void>): Promise<Program> {
  const folder = await mkdtemp(join(tmpdir(), 'room-panel-program-'))
  const program = join(folder, 'program')
  await chmod(folder, 0o755)
  // With its owners and rights: Chromium's sandbox helper needs them.
  await run('cp', ['-a', programFolder, program])
  await writeFile(join(program, everySwitchAllowed), '')
  const archive = join(program, 'resources', 'app.asar')
  const application = join(folder, 'application')
  extractAll(archive, application)
  await change(application)
  await rm(archive)
  await createPackageWithOptions(application, archive, { unpack: '**/keytar.node' })
  await rm(application, { recursive: true })
  return { path: join(program, programName), remove: () => rm(folder, { recursive: true, force: true }) }
}
