import { open } from 'node:fs/promises'
import { err, ok, type Result } from '../../../shared/result.ts'
import { attempt } from '../disk/attempt.ts'
import { logFileIn } from './file-log.ts'

/** The last lines of the log in this folder, as they are on the disk: at most `bytes` of them. Never rejects. */
export async function lastLogLines(
  folder: string,
  bytes: number,
): Promise<Result<readonly string[], unknown>> {
  const file = logFileIn(folder)
  const present = await tailOf(file, bytes)
  if (!present.ok) return err(present.error)
  const left = bytes - Buffer.byteLength(present.value.join('\n'))
  const earlier = left > 0 ? await tailOf(`${file}.1`, left) : ok([])
  return ok([...(earlier.ok ? earlier.value : []), ...present.value])
}

/** The whole lines in the last `bytes` of a file. */
const tailOf = (path: string, bytes: number): Promise<Result<readonly string[], unknown>> =>
  attempt(async () => {
    const file = await open(path)
    try {
      const { size } = await file.stat()
      const from = Math.max(size - bytes, 0)
      const { buffer, bytesRead } = await file.read(Buffer.alloc(size - from), 0, size - from, from)
      const lines = buffer.subarray(0, bytesRead).toString('utf8').split('\n')
      return lines.slice(from > 0 ? 1 : 0).filter((line) => line !== '')
    } finally {
      await file.close()
    }
  })
