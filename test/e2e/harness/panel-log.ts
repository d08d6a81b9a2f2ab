import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'

const lineSchema = v.object({
  level: v.picklist(['info', 'warn', 'error']),
  time: v.string(),
  event: v.string(),
  facts: v.optional(v.record(v.string(), v.unknown())),
})

export type LogLine = v.InferOutput<typeof lineSchema>

export const logFolderIn = (userData: string): string => join(userData, 'logs')

/** What a panel with this data folder has written to its log; each line has to be whole. */
export const readLog = (userData: string): readonly LogLine[] =>
  readFileSync(join(logFolderIn(userData), 'room-panel.log'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => v.parse(v.pipe(v.string(), v.parseJson(), lineSchema), line))
