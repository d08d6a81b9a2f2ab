import { createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { endProcess } from '../session/end-process.mjs'
import { ordinaryUser, spawnAs } from '../session/ordinary-user.mjs'

/** A program of this checkout that runs beside this one, and ends with it at the latest. */
export interface RunningProgram {
  /** The line for which its start waited. */
  readonly line: string
  readonly end: () => Promise<void>
}

/**
 * Runs a program of ours as this very user, and resolves at the first line of its output that is awaited.
 * `log`: the file of all its lines. Rejects if it ends before.
 */
export async function startProgram(
  commandLine: readonly string[],
  { log, awaited, env = {} }: ProgramSettings,
): Promise<RunningProgram> {
  const child = spawnAs({ ...ordinaryUser(), isSomebodyElse: false }, [process.execPath, ...commandLine], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const file = createWriteStream(log)
  const end = () => endProcess(child)
  const line = await new Promise<string>((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', () => reject(new Error(`${commandLine.join(' ')} has ended. Its lines are in ${log}`)))
    if (child.stdout === null) throw new Error('A process without its output')
    createInterface(child.stdout).on('line', (text) => {
      file.write(`${text}\n`)
      if (awaited.test(text)) resolve(text)
    })
  })
  return { line, end }
}

interface ProgramSettings {
  readonly log: string
  readonly awaited: RegExp
  readonly env?: NodeJS.ProcessEnv
}
