import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { planFleet } from '../../../../main/cli/fleet/plan.ts'

export const heading = 'tablet,feishu.origin,feishu.appId,room.id'
export const app = 'https://open.feishu.cn,cli_a1b2c3d4e5f60718'
export const room = (digit: number): string => `omm_${String(digit).repeat(32)}`
export const appSecret = 'Zx81kQ0pLm3Rt7Vw2Yb9Nc4Hd6Jf5Gs1'

/** What `fleet plan` makes of a table, in a folder of its own. */
export async function aPlan(table: string | Uint8Array, secrets?: string, encoding?: string) {
  const place = await mkdtemp(join(tmpdir(), 'room-panel-fleet-'))
  onTestFinished(() => rm(place, { recursive: true }))
  const [file, folder] = [join(place, 'rooms.csv'), join(place, 'doors')]
  await writeFile(file, table)
  const lines: string[] = []
  const plan = () =>
    planFleet({
      table: file,
      ...(encoding !== undefined && { encoding }),
      folder,
      withSecrets: secrets !== undefined,
      readInput: async () => secrets ?? expect.fail('nobody asked for secrets'),
      say: (line) => lines.push(line),
    })
  const status = await plan()
  const fileAt = (name: string): string => join(folder, name)
  return {
    status,
    lines,
    place,
    again: async (next: string) => {
      await writeFile(file, next)
      return plan()
    },
    files: (await readdir(place, { recursive: true }))
      .filter((name) => name.endsWith('.json'))
      .map((name) => name.slice('doors/'.length))
      .toSorted(),
    text: (name: string) => readFile(fileAt(name), 'utf8'),
    rights: async (name: string) => (await stat(fileAt(name))).mode & 0o777,
  }
}
