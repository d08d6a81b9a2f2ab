import { join } from 'node:path'
import * as v from 'valibot'
import type { PinTries } from '../../../engine/secrets.ts'
import { attempt } from '../disk/attempt.ts'
import { type Disk, realDisk, replaceFile } from '../disk/disk.ts'

export interface PinTriesFileOptions {
  /** The folder of `pin-tries.json`; created if it is missing. */
  readonly folder: string
  readonly disk?: Disk
}

const triesSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.strictObject({ wrong: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) }),
)

/** The number of wrong PINs on the disk. A missing file counts as no tries, because a new tablet has none. */
export function createPinTriesFile({ folder, disk = realDisk }: PinTriesFileOptions): PinTries {
  const file = join(folder, 'pin-tries.json')
  return {
    read: () =>
      attempt(async () => {
        const text = await disk.read(file)
        if (text === undefined) return 0
        const tries = v.safeParse(triesSchema, text)
        if (tries.success) return tries.output.wrong
        await disk.rename(file, join(folder, 'pin-tries.set-aside.json'))
        return 'spoilt' as const
      }),
    write: (wrong) => attempt(() => replaceFile(disk, file, `${JSON.stringify({ wrong })}\n`)),
  }
}
