import { open } from 'node:fs/promises'
import type { CanRead } from '../../../engine/ports.ts'
import { attempt } from './attempt.ts'

/** Opens the file, for that is the only answer that counts: rights alone say nothing of a folder above it. */
export const canRead: CanRead = (file) =>
  attempt(async () => {
    const opened = await open(file, 'r')
    try {
      await opened.read(Buffer.alloc(1), 0, 1, 0)
    } finally {
      await opened.close()
    }
  })
