import type { Finished } from '../../harness/kiosk.ts'
import type { Attempt, DisplayMode } from './attempt.ts'

const starting = (name: string, args: readonly string[], env?: NodeJS.ProcessEnv): Attempt => ({
  name,
  by: async ({ start }) => unlessRefused(await start(args, env)),
})

/** A second panel, or a switch that is none of ours, ends at once with its reason; a debugger would say that it listens. */
const unlessRefused = ({ status, output }: Finished): string | undefined =>
  status === refusals.find(([, words]) => output.includes(words))?.[0] && !output.includes('listening')
    ? undefined
    : output

const refusals = [
  [1, 'is running already'],
  [2, 'There is no switch'],
] as const

const ofWindow = (name: string, words: string): Attempt => ({
  name,
  by: ({ does }) => does(`search --onlyvisible --name ^Room.Panel$ ${words}`),
})

const turning = (name: string, mode: DisplayMode): Attempt => ({
  name,
  by: ({ turnDisplay }) => turnDisplay(mode),
})

/**
 * Attempts from outside of the window: another start of the program, other programs that reach the display,
 * the display itself.
 */
export const byPrograms: readonly Attempt[] = [
  starting('A second panel', []),
  starting('A second panel with a debugger’s port', ['--remote-debugging-port=0']),
  starting('A second panel with Node’s inspector', ['--inspect=0']),
  starting('The program as Node', ['-e', 'console.log("listening")'], { ELECTRON_RUN_AS_NODE: '1' }),
  starting('Options for Node', [], { NODE_OPTIONS: '--inspect=0' }),
  { name: 'Close by a window manager', by: ({ askToClose }) => askToClose() },
  ofWindow('Move the window', 'windowmove 200 100'),
  ofWindow('Shrink the window', 'windowsize 400 300'),
  ofWindow('Minimize the window', 'windowminimize'),
  turning('Turn the screen', 'portrait'),
  turning('A larger screen', 'square'),
  turning('The first screen again', 'landscape'),
]
