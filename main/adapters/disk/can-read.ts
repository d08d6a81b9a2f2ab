import { open } from 'node:fs/promises'
import type { CanRead } from '../../../engine/ports.ts'
import { attempt } from './attempt.ts'

/** Whether the file can be opened. Its rights alone don't tell, because a folder above it may deny access. */
export const canRead: CanRead = (file) =>
  attempt(async () => {
    const opened = await open(file, 'r')
    try {
      await opened.read(Buffer.alloc(1), 0, 1, 0)
    } finally {
      await opened.close()
    }
  })
