import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { inProject } from '../../../build/project.mjs'

export interface HubProcess {
  /** The names of the events in its log so far. */
  readonly events: () => readonly string[]
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>
}

/** Starts `room-panel-hub run`. `folder`: for what it counts. */
export function startHubProcess(configuration: string, folder: string): HubProcess {
  const command = ['--import', 'tsx', inProject('hub/main.ts'), 'run', '--config', configuration]
  const child: ChildProcess = spawn(process.execPath, command, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, STATE_DIRECTORY: folder },
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
