import { cp, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DrivenPanel } from './driven-panel.ts'
import { logFolderIn } from './panel-log.ts'

/** Puts pictures of these panels and the log in their data folder aside, and gives the folder where they are now. */
export async function keepEvidence(panels: readonly DrivenPanel[], userData: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'room-panel-story-'))
  // What can't be had, as the picture of a program that crashed, must not hide why the story failed.
  await Promise.allSettled([
    cp(logFolderIn(userData), folder, { recursive: true }),
    ...panels.map(({ pid, picture }) => picture(join(folder, `panel-${pid}.png`))),
  ])
  return folder
}
