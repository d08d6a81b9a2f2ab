import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { join } from 'node:path'

export interface HubProcess {
  /** The names of the events in its log so far. */
  readonly events: () => readonly string[]
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>
}

/** Starts a hub as a process of its own. */
export function startHubProcess(configuration: string, folder: string): HubProcess {
  const program = join(import.meta.dirname, 'hub-program.ts')
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', program, configuration, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const lines: string[] = []
  if (child.stdout) createInterface(child.stdout).on('line', (line) => lines.push(line))
  return {
    events: () => lines.map((line) => /"event":"([^"]+)"/.exec(line)?.[1] ?? line),
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
