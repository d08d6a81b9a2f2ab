import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { packedWith, type Program } from './other-app.ts'

/** The packed program with an application that only shows an empty window. */
export const emptyWindow = (): Promise<Program> =>
  packedWith(async (application) => {
    await rm(application, { recursive: true })
    await cp(join(import.meta.dirname, 'empty'), application, { recursive: true })
  })
