import { mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { ConfigurationPlace } from '../../../engine/ports.ts'
import { ok } from '../../../shared/result.ts'
import { attempt } from '../disk/attempt.ts'

/** A new configuration is on the disk as a whole before it takes the name of the old one. */
export const createConfigurationPlace = (file: string): ConfigurationPlace => ({
  file,
  async stage(configuration) {
    const text = `${JSON.stringify(configuration, undefined, 2)}\n`
    const old = await attempt(() => realpath(file))
    // Image builders often make the file a link. The link stays, and its target is replaced.
    const target = old.ok ? old.value : file
    const next = `${target}.next`
    const discard = async (): Promise<void> => void (await attempt(() => rm(next, { force: true })))
    const written = await attempt(() => writeSynced(next, text, target))
    if (written.ok) return ok({ commit: () => attempt(() => rename(next, target)), discard })
    await discard()
    return written
  },
})

/** The new file gets the owner and the rights of the old one. */
async function writeSynced(path: string, text: string, old: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const rights = await attempt(() => stat(old))
  const file = await open(path, 'w')
  try {
    await file.writeFile(text)
    if (rights.ok) await file.chmod(rights.value.mode)
    await file.sync()
  } finally {
    await file.close()
  }
}
