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
  /** Where the panel keeps its own files, and where the journal is among them. */
  readonly folder: string
  readonly journalFolder: string
}

/** This tablet as the doctor finds it now. The part of the composition that only a doctor needs. */
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

/** A session that has just begun answers DIRECT to the first question, whatever is set (seen in Electron 33). */
async function resolveProxy(url: string): Promise<string> {
  await session.defaultSession.resolveProxy(url)
  return session.defaultSession.resolveProxy(url)
}
