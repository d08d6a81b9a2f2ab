import { app, session } from 'electron'
import type { ServerClock } from '../adapters/clock/server-clock.ts'
import { tabletSettings } from '../adapters/configuration/tablet-settings.ts'
import { canRead } from '../adapters/disk/can-read.ts'
import { readStatus, statusFilesIn } from '../adapters/disk/status-file.ts'
import { createStorage } from '../adapters/disk/storage.ts'
import { createNetwork } from '../adapters/network/network.ts'
import type { DiagnosisInput } from '../cli/doctor.ts'

type Found = 'canRead' | 'network' | 'program' | 'storage' | 'timeZone' | 'word'

export interface DiagnosisInputParts extends Omit<DiagnosisInput, Found> {
  readonly clock: DiagnosisInput['clock'] & Pick<ServerClock, 'after' | 'wall'>
  /** The folder of the panel's own files. */
  readonly folder: string
  readonly journalFolder: string
}

/** The doctor's input on this tablet now. The part of the composition that only a doctor needs. */
export async function diagnosisInputOn({
  folder,
  journalFolder,
  ...parts
}: DiagnosisInputParts): Promise<DiagnosisInput> {
  return {
    ...parts,
    canRead,
    program: { version: app.getVersion(), electron: process.versions.electron },
    network: createNetwork({ clock: parts.clock, resolveProxy }),
    storage: createStorage({ folder, journalFolder }),
    timeZone: tabletSettings([]).timeZone,
    word: await readStatus(statusFilesIn(folder), parts.clock.wall()),
  }
}

/**
 * A new session answers DIRECT to the first question, even if a proxy is set (seen in Electron 33), so the
 * first answer is dropped.
 */
async function resolveProxy(url: string): Promise<string> {
  await session.defaultSession.resolveProxy(url)
  return session.defaultSession.resolveProxy(url)
}
