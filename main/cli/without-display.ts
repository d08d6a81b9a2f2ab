import { spawnSync } from 'node:child_process'

const displayless = ['--ozone-platform=headless', '--disable-gpu', '--log-level=3']

/** Whether this process was started by `runWithoutDisplay`, or on a system where a command needs no help. */
export const needsNoDisplay = (args: readonly string[]): boolean =>
  process.platform !== 'linux' || args.includes(displayless[0] ?? '')

/**
 * Runs this very command again without a display, and returns its exit status. On Linux Electron looks for a
 * display before it is ready, and dies without one, as over SSH. It reads the switch against that only from
 * the command line; a switch that the program appends comes too late.
 */
export function runWithoutDisplay(args: readonly string[]): number {
  const { status } = spawnSync(process.execPath, [...args, ...displayless], { stdio: 'inherit' })
  return status ?? 1
}
