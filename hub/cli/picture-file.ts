import { open, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { err, ok, type Result } from '../../shared/result.ts'

/** A file that is made for a picture, and is empty yet. */
export interface PictureFile {
  readonly path: string
  readonly write: (jpeg: Uint8Array) => Promise<Result<void, unknown>>
  /** Takes the empty file away. */
  readonly discard: () => Promise<void>
}

/** Makes the file before the door is asked, so that an order is not given for nothing. Fails if it exists. */
export async function openPictureFile(name: string): Promise<Result<PictureFile, unknown>> {
  const path = resolve(name)
  try {
    const file = await open(path, 'wx', 0o600)
    return ok({
      path,
      write: async (jpeg) => {
        try {
          await file.writeFile(jpeg)
          await file.close()
          return ok(undefined)
        } catch (cause) {
          return err(cause)
        }
      },
      discard: async () => {
        await file.close()
        await rm(path, { force: true })
      },
    })
  } catch (cause) {
    return err(cause)
  }
}

/** The same for standard output, which root's commands need: they run as the hub's user, who can write no file of root's. */
export const createPicturePipe = (pour: (bytes: Uint8Array) => Promise<void>): PictureFile => ({
  path: 'standard output',
  write: async (jpeg) => {
    try {
      return ok(await pour(jpeg))
    } catch (cause) {
      return err(cause)
    }
  },
  discard: async () => undefined,
})
